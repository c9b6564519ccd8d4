package decisions

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"shinkyu/diff/unit"
	"shinkyu/parse/render/column"
)

// An Open is a correspondence that a reviewer should look at.
type Open struct {
	Old, New   []*unit.Unit
	Similarity float64
	RunnerUp   *unit.Unit // nil where there was none
}

// Write writes a file to fill in: the decisions that hold already, and what is
// open under the key undecided, which [Read] passes over.
func Write(w io.Writer, decided []Decision, open []Open) error {
	b := bufio.NewWriter(w)
	b.WriteString("# Decisions on the correspondence of two editions.\n" +
		"# Move an entry from undecided to pin (they are the same), forbid (they are\n" +
		"# not), split or merge; give a reason as note. Then: shinkyu diff --decisions.\n")
	for _, k := range kinds {
		if k == undecided {
			continue
		}
		writeDecided(b, Kind(k), decided)
	}
	if len(open) > 0 {
		b.WriteString(undecided + ":\n")
	}
	for _, o := range open {
		fmt.Fprintf(b, "  # similarity %.2f", o.Similarity)
		if o.RunnerUp != nil {
			fmt.Fprintf(b, "; next best %s %s", oneLine(o.RunnerUp.Path), oneLine(o.RunnerUp.Title))
		}
		fmt.Fprintf(b, "\n  - old: %s\n    new: %s\n", list(refs(o.Old)), list(refs(o.New)))
	}
	return b.Flush()
}

func writeDecided(b *bufio.Writer, k Kind, decided []Decision) {
	first := true
	for _, d := range decided {
		if d.Kind != k {
			continue
		}
		if first {
			fmt.Fprintf(b, "%s:\n", k)
			first = false
		}
		lead := "  - "
		for _, f := range []struct {
			key  string
			refs []Ref
		}{{"old", d.Old}, {"new", d.New}} {
			if len(f.refs) > 0 {
				fmt.Fprintf(b, "%s%s: %s\n", lead, f.key, list(f.refs))
				lead = "    "
			}
		}
		if d.Note != "" {
			fmt.Fprintf(b, "    note: %s\n", quote(d.Note))
		}
	}
}

func refs(units []*unit.Unit) []Ref {
	var out []Ref
	for _, u := range units {
		out = append(out, Ref{Title: u.Title, Path: u.Path, HasPath: true})
	}
	return out
}

func list(rs []Ref) string {
	var out []string
	for _, r := range rs {
		var parts []string
		if r.HasPath {
			parts = append(parts, "path: "+quote(r.Path))
		}
		if r.Title != "" {
			parts = append(parts, "title: "+quote(r.Title))
		}
		out = append(out, "{"+strings.Join(parts, ", ")+"}")
	}
	if len(out) == 1 {
		return out[0]
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// quote writes a string as JSON does, which YAML reads; what has no form of its
// own stands by its number. YAML 1.1 ends a line at U+0085 and takes no
// noncharacter, and a mark of direction would turn the line that a reviewer
// reads.
func quote(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return `""`
	}
	var out strings.Builder
	for _, r := range strings.TrimSuffix(b.String(), "\n") {
		switch {
		case r > 0xFFFF && formless(r):
			fmt.Fprintf(&out, `\U%08x`, r)
		case formless(r):
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// formless reports whether a character is a control, a mark of format or a
// noncharacter.
func formless(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Noncharacter_Code_Point)
}

// oneLine gives text for a remark.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if formless(r) {
			return unicode.ReplacementChar
		}
		return r
	}, column.Visible(strings.Join(strings.Fields(s), " ")))
}
