package wording

import "strings"

// An Op is what an edit does.
type Op string

// The operations.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// An Edit is one step from the old text to the new. Deletes and equals in
// order give the old text, inserts and equals the new one, where an equal run
// that differs mechanically gives NewText to the new. At one place deletes
// stand before inserts.
type Edit struct {
	Op         Op
	Text       string
	NewText    string     // of an equal run that differs only mechanically
	Mechanical Mechanical // why it counts as equal; empty where it is the same
}

// A Mechanical is a kind of difference that is no change of wording.
type Mechanical string

// The kinds of mechanical difference.
const (
	Width      Mechanical = "width"      // ＩＴ, IT
	Spacing    Mechanical = "spacing"    // SBOM を, SBOMを
	Numeral    Mechanical = "numeral"    // 三, 3
	FiscalYear Mechanical = "fiscalYear" // the editions' own: 令和２年度, 令和6年度
	Wrap       Mechanical = "wrap"       // a line broken elsewhere
	Spelling   Mechanical = "spelling"   // 取り組み, 取組
)

// Mechanicals are the kinds of mechanical difference in the order in which
// they are listed.
var Mechanicals = []Mechanical{Width, Spacing, Wrap, Numeral, Spelling, FiscalYear}

// Apply gives both texts that edits are between.
func Apply(edits []Edit) (oldText, newText string) {
	var o, n strings.Builder
	for _, e := range edits {
		switch {
		case e.Op == Delete:
			o.WriteString(e.Text)
		case e.Op == Insert:
			n.WriteString(e.Text)
		case e.Mechanical != "":
			o.WriteString(e.Text)
			n.WriteString(e.NewText)
		default:
			o.WriteString(e.Text)
			n.WriteString(e.Text)
		}
	}
	return o.String(), n.String()
}

// Mirror gives the edits from the new text to the old one.
func Mirror(edits []Edit) []Edit {
	var out []Edit
	for i := 0; i < len(edits); {
		if edits[i].Op == Equal {
			e := edits[i]
			if e.Mechanical != "" {
				e.Text, e.NewText = e.NewText, e.Text
			}
			out = append(out, e)
			i++
			continue
		}
		j := i
		for j < len(edits) && edits[j].Op != Equal {
			j++
		}
		out = append(out, turn(edits[i:j], Insert, Delete)...)
		out = append(out, turn(edits[i:j], Delete, Insert)...)
		i = j
	}
	return out
}

// turn gives the edits of one operation as edits of another.
func turn(edits []Edit, from, to Op) []Edit {
	var out []Edit
	for _, e := range edits {
		if e.Op == from {
			e.Op = to
			out = append(out, e)
		}
	}
	return out
}

// An editor collects edits, joining runs of one kind and setting deletes
// before inserts.
type editor struct {
	edits    []Edit
	old, new strings.Builder // pending deletes and inserts
}

func (e *editor) delete(s string) { e.old.WriteString(s) }
func (e *editor) insert(s string) { e.new.WriteString(s) }

// equal adds a run that both sides have, the new one as b.
func (e *editor) equal(a, b string, why Mechanical) {
	e.flush()
	last := len(e.edits) - 1
	switch {
	case a == "" && b == "":
	case a != b:
		e.edits = append(e.edits, Edit{Op: Equal, Text: a, NewText: b, Mechanical: why})
	case last >= 0 && e.edits[last].Op == Equal && e.edits[last].Mechanical == "":
		e.edits[last].Text += a
	default:
		e.edits = append(e.edits, Edit{Op: Equal, Text: a})
	}
}

func (e *editor) flush() {
	if e.old.Len() > 0 {
		e.edits = append(e.edits, Edit{Op: Delete, Text: e.old.String()})
		e.old.Reset()
	}
	if e.new.Len() > 0 {
		e.edits = append(e.edits, Edit{Op: Insert, Text: e.new.String()})
		e.new.Reset()
	}
}

func (e *editor) done() []Edit {
	e.flush()
	return e.edits
}
