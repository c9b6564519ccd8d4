package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse/parsetest"
)

// A dependency is a module that is pinned in go.mod.
type dependency struct {
	Path, Version, Dir string
}

// licences are recognised by words that they have and others have not.
var licences = []struct{ name, words string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"MPL-2.0", "Mozilla Public License"},
	{"GPL", "GNU GENERAL PUBLIC LICENSE"},
	{"LGPL", "GNU LESSER GENERAL PUBLIC LICENSE"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"BSD-3-Clause", "Neither the name of"},
	{"BSD-3-Clause", "may be used to endorse or promote products"},
	{"BSD-2-Clause", "Redistribution and use in source and binary forms"},
}

// permissive are the licences under which a program may be handed on with its
// source closed or open, as long as their text goes along.
var permissive = []string{"Apache-2.0", "ISC", "MIT", "BSD-3-Clause", "BSD-2-Clause"}

// TestDependencies keeps testdata/dependencies.md, the list of the modules with
// their versions and licences, as go.mod pins them and their folders say; -update
// writes it. What is built into the program has a permissive licence.
func TestDependencies(t *testing.T) {
	built := map[string]bool{}
	for _, p := range strings.Fields(goList(t, "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/shinkyu")) {
		built[p] = true
	}
	var b strings.Builder
	b.WriteString("| Module | Version | Licence | Built into the program for Linux |\n| --- | --- | --- | --- |\n")
	for _, m := range dependencies(t) {
		l := licenceOf(t, m)
		use := "no: tests and tools"
		if built[m.Path] {
			use = "yes"
			if !slices.Contains(permissive, l) {
				t.Errorf("%s has the licence %s, and is built into the program", m.Path, l)
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", m.Path, m.Version, l, use)
	}
	parsetest.Golden(t, "testdata/dependencies.md", b.String())
}

func goList(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0") // the same list everywhere
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %q: %v", args, err)
	}
	return string(out)
}

// dependencies gives the modules that go.mod names, directly or not, sorted.
func dependencies(t *testing.T) []dependency {
	t.Helper()
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var out []dependency
	for d := json.NewDecoder(strings.NewReader(goList(t, "-m", "-json=Path,Version,Dir", "all"))); ; {
		var m dependency
		if err := d.Decode(&m); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(mod), "\t"+m.Path+" "+m.Version) {
			out = append(out, m)
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %d modules", len(out))
	}
	return out
}

// licenceOf names the licence that stands in a module's folder.
func licenceOf(t *testing.T, m dependency) string {
	t.Helper()
	if m.Dir == "" {
		t.Skipf("%s is not on this machine: go mod download", m.Path)
	}
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "COPYING*"} {
		files, _ := filepath.Glob(filepath.Join(m.Dir, pattern))
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				continue
			}
			text := strings.Join(strings.Fields(string(data)), " ")
			for _, l := range licences {
				if strings.Contains(text, l.words) {
					return l.name
				}
			}
		}
	}
	t.Errorf("%s: no licence is found in %s", m.Path, m.Dir)
	return "unknown"
}
