package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A listed is what go list says of a package.
type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// packages lists the packages of the module.
func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// rooms are the rooms of the house; each imports only itself and those before
// it.
var rooms = []string{"shinkyu/parse", "shinkyu/diff", "shinkyu/corpus", "shinkyu/cmd"}

// within reports whether a package is room or stands under it.
func within(pkg, room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") }

func room(pkg string) int {
	return slices.IndexFunc(rooms, func(r string) bool { return within(pkg, r) })
}

// TestImportsRunOneWay keeps cmd → corpus → diff → parse, and sources below
// all else.
func TestImportsRunOneWay(t *testing.T) {
	for _, p := range packages(t) {
		for _, i := range p.Imports {
			if room(i) > room(p.ImportPath) {
				t.Errorf("%s imports %s: imports run cmd → corpus → diff → parse", p.ImportPath, i)
			}
			if within(p.ImportPath, "shinkyu/parse/source") && room(i) >= 0 && !within(i, "shinkyu/parse/source") && i != "shinkyu/parse/lazy" {
				t.Errorf("%s imports %s: readers know nothing of what is made of their lines", p.ImportPath, i)
			}
		}
	}
}

// doors say which package alone imports a dependency. Tests go through the
// same doors, but for what is only checked with the dependency.
var doors = []struct {
	dependency string
	door       string
	tests      []string
}{
	{"github.com/ikawaha/", "shinkyu/parse/token", nil},
	{"github.com/sergi/go-diff", "shinkyu/diff/wording", nil},
	{"github.com/klippa-app/go-pdfium", "shinkyu/parse/source", nil},
	{"github.com/tetratelabs/wazero", "shinkyu/parse/source", nil},
	{"golang.org/x/net/html", "shinkyu/parse/source", []string{"shinkyu/diff/report", "shinkyu/corpus/report"}},
	{"golang.org/x/text/encoding", "shinkyu/parse/source", []string{"shinkyu/cmd/shinkyu"}},
	{"github.com/yuin/goldmark", "shinkyu/parse/source", []string{"shinkyu/parse/render", "shinkyu/parse/cite/render", "shinkyu/diff/report"}},
	{"go.yaml.in/yaml", "shinkyu/diff/decisions", nil},
	{"modernc.org/sqlite", "shinkyu/corpus/store", nil},
	{"github.com/xuri/excelize", "shinkyu/diff/report", nil},
	{"github.com/spf13/", "shinkyu/cmd/shinkyu", nil},
	{"github.com/rogpeppe/go-internal", "shinkyu/cmd/shinkyu", []string{"shinkyu/parse", "shinkyu/diff"}},
}

// TestOneDoorEach keeps each dependency behind its door.
func TestOneDoorEach(t *testing.T) {
	for _, p := range packages(t) {
		for _, d := range doors {
			through := within(p.ImportPath, d.door)
			for _, i := range p.Imports {
				if strings.HasPrefix(i, d.dependency) && !through {
					t.Errorf("%s imports %s; its door is %s", p.ImportPath, i, d.door)
				}
			}
			through = through || slices.ContainsFunc(d.tests, func(r string) bool { return within(p.ImportPath, r) })
			for _, i := range slices.Concat(p.TestImports, p.XTestImports) {
				if strings.HasPrefix(i, d.dependency) && !through {
					t.Errorf("a test of %s imports %s; its door is %s", p.ImportPath, i, d.door)
				}
			}
		}
	}
}
