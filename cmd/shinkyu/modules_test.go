package main

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var required = regexp.MustCompile(`(?m)^\t(\S+) v\S+$`)

// TestModulesAreNamed: every module that is required directly is named in the
// README, with its licence, and stands in go.sum, which pins its bytes.
func TestModulesAreNamed(t *testing.T) {
	read := func(name string) string {
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	_, licences, ok := strings.Cut(read("README.md"), "## Data and licences")
	if !ok {
		t.Fatal("the README has no section on licences")
	}
	sums := read("go.sum")
	for _, m := range required.FindAllStringSubmatch(read("go.mod"), -1) {
		name := path.Base(strings.TrimSuffix(m[1], "/"+regexp.MustCompile(`v\d+$`).FindString(m[1])))
		if strings.HasPrefix(m[1], "golang.org/x/") {
			name = "golang.org/x"
		}
		if !strings.Contains(strings.ToLower(licences), name) {
			t.Errorf("the README does not name %s (%s)", name, m[1])
		}
		if !strings.Contains(sums, m[1]+" ") {
			t.Errorf("go.sum does not pin %s", m[1])
		}
	}
}
