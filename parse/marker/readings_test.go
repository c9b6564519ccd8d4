package marker_test

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/parse/marker"
	"shinkyu/parse/parsetest"
)

// TestReadings holds both readings of the beginnings of lines as documents
// have them.
func TestReadings(t *testing.T) {
	parsetest.List(t, "testdata/readings.txt", func(t *testing.T, line string) string {
		checkReading(t, line)
		return reading(line)
	})
}

// reading is all that is read at the start of a line.
func reading(line string) string {
	first, second := marker.Read(line)
	if first.Len == 0 && second.Len == 0 {
		return "none\n"
	}
	out := tell(line, first)
	if second.Len > 0 {
		out += "or " + tell(line, second)
	}
	return out
}

func tell(line string, r marker.Reading) string {
	var b strings.Builder
	m := r.Marker
	fmt.Fprintf(&b, "%s: %s %d", m.Text, m.Kind, m.Number)
	if m.Numbers != nil {
		fmt.Fprintf(&b, " of %v", m.Numbers)
	}
	if r.From != 0 {
		fmt.Fprintf(&b, " from %d", r.From)
	}
	fmt.Fprintf(&b, ", rank %d", m.Kind.Rank())
	if l := m.Kind.RankInLaw(); l != m.Kind.Rank() {
		fmt.Fprintf(&b, ", in a law %d", l)
	}
	if w := m.Kind.Word(); w != "" {
		fmt.Fprintf(&b, ", word %s", w)
	}
	if r.Gap {
		b.WriteString(", gap")
	}
	if r.Len < len(line) {
		fmt.Fprintf(&b, ", before %s", strings.TrimSpace(line[r.Len:]))
	}
	return b.String() + "\n"
}
