package parsetest

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// List holds that every input of the list at path is read as the list says. An
// input is a line, or a Go string in double quotes where it has white space at
// its ends or a break inside; what read gives of it stands below it, indented.
// Lines that begin with # group the inputs. With -update the readings are
// written anew.
func List(t *testing.T, path string, read func(t *testing.T, input string) string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "  ") {
			continue
		}
		b.WriteString(line)
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '"' {
			if line, err = strconv.Unquote(line); err != nil {
				t.Fatalf("%s: %s: %v", path, line, err)
			}
		}
		for reading := range strings.Lines(read(t, line)) {
			b.WriteString("  " + reading)
		}
	}
	Golden(t, path, b.String())
}
