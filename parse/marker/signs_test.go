package marker_test

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/parse/marker"
	"shinkyu/parse/parsetest"
)

// TestSigns holds which characters of the first plane of Unicode are a marker by
// themselves, where white space follows: runs of those that count on in one
// kind, with both readings.
func TestSigns(t *testing.T) {
	parsetest.Golden(t, "testdata/signs.txt", allSigns())
}

func allSigns() string {
	var b strings.Builder
	var run signs
	for r := rune(0); r <= 0xFFFF; r++ {
		first, second := marker.Read(string(r) + "　字")
		next := signs{r, r, first.Marker, second.Marker}
		if r > 0 && run.goesOn(next) {
			run.to = r
			continue
		}
		b.WriteString(run.String())
		run = next
	}
	b.WriteString(run.String())
	return b.String()
}

// TestGap holds which characters of that plane set a marker apart.
func TestGap(t *testing.T) {
	const spaces = " \t\u3000\u00a0\f\v\r\n\u2002\u2003\u2009"
	for r := rune(0); r <= 0xFFFF; r++ {
		m, _ := marker.Read("①" + string(r) + "字")
		if want := strings.ContainsRune(spaces, r); m.Gap != want {
			t.Errorf("①, U+%04X: a gap is %v, want %v", r, m.Gap, want)
		}
	}
}

// TestLimits holds how far numbers are counted, and how deep.
func TestLimits(t *testing.T) {
	for _, tt := range []struct {
		format string
		most   int
	}{
		{"%d　字", 999}, {"(%d)", 999}, {"%d-1 字", 199}, {"1-%d 字", 199}, {"図%d", 999}, {"※%d", 999}, {"別紙%d", 999}, {"施策%d", 99},
	} {
		for n := 1; n <= tt.most+1; n++ {
			m, _ := marker.Read(fmt.Sprintf(tt.format, n))
			number := m.Marker.Number
			if len(m.Marker.Numbers) > 0 {
				number = max(m.Marker.Numbers[0], number)
			}
			if want := n <= tt.most; (number == n) != want {
				t.Errorf(tt.format+" is read as %q, %d", n, m.Marker.Text, number)
			}
		}
	}
	for depth := 2; depth <= 7; depth++ {
		text := "1" + strings.Repeat(".1", depth-1)
		for line, kind := range map[string]marker.Kind{text + " 字": marker.Multi(depth), "(" + text + ")": "(" + marker.Multi(depth) + ")"} {
			m, _ := marker.Read(line)
			if want := depth <= 6; (m.Marker.Kind == kind) != want || !want && !m.Marker.IsZero() {
				t.Errorf("%s is read as %q of kind %q", line, m.Marker.Text, m.Marker.Kind)
			}
		}
	}
	if k := marker.Multi(9); k != "1.1.1.1.1.1" {
		t.Errorf("numbers of nine components are of kind %q", k)
	}
}

// signs are the characters from one to another, and what the first is read as.
type signs struct {
	from, to      rune
	first, second marker.Marker
}

func (s signs) goesOn(next signs) bool {
	by := int(next.from - s.from)
	goes := func(a, b marker.Marker) bool { return a.Kind == b.Kind && (a.Number == 0 || a.Number+by == b.Number) }
	return goes(s.first, next.first) && goes(s.second, next.second)
}

func (s signs) String() string {
	if s.first.IsZero() {
		return ""
	}
	out := fmt.Sprintf("%c U+%04X: %s %d, rank %d", s.from, s.from, s.first.Kind, s.first.Number, s.first.Kind.Rank())
	if !s.second.IsZero() {
		out += fmt.Sprintf(" or %s %d", s.second.Kind, s.second.Number)
	}
	if s.to > s.from {
		out += fmt.Sprintf(", and so on to %c U+%04X", s.to, s.to)
	}
	return out + "\n"
}
