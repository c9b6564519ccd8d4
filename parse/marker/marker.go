// Package marker reads the number or sign that begins a heading or an item:
// 第1 １ (1) ① ⅰ） ア イ 一 第二条 別紙 附則 ・.
//
// It looks at the start of one line and knows nothing of the lines around it;
// whether a marker opens a section is decided by package parse. Where a sign
// has two values (イ is the second of アイウ and the first of イロハ, i the
// ninth letter and the first Roman number), [Read] gives both readings and
// leaves the choice to the sequence that the sign stands in.
package marker

// A Marker is what begins a heading or an item.
type Marker struct {
	Text    string // as printed, spaces inside dropped: ⅲ）
	Kind    Kind
	Number  int   // its value, the last for a multi-level one; 0 where it has none
	Numbers []int // 1.2.3 as [1 2 3], 第十二条の三 as [12 3]; nil for a plain number
}

// IsZero reports whether there is no marker.
func (m Marker) IsZero() bool { return m.Text == "" }

// A Kind is a style of marker; markers of one kind count in one sequence. It
// is named by the first marker of its sequence in ASCII punctuation: "(1)" is
// the kind of （３） and ⑶ too, "第1章" that of 第二章.
type Kind string
