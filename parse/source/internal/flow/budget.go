package flow

// A Budget is the memory that the tree of an XML document may still take. A
// file of some kilobytes can unpack to elements that fill a machine, so what
// counts is not its size but what is made of it.
type Budget struct {
	limit, left int64
}

// NewBudget gives a budget of some bytes.
func NewBudget(bytes int64) *Budget { return &Budget{bytes, bytes} }

// What a part of a tree takes, in bytes: its own and what the collector keeps
// free beside it.
const (
	elementBytes   = 160
	attributeBytes = 96
	textBytes      = 160
)

// Element takes an element with some attributes of some bytes in all.
func (b *Budget) Element(attributes, bytes int) error {
	return b.Take(elementBytes + int64(attributes)*attributeBytes + 2*int64(bytes))
}

// Text takes a run of text.
func (b *Budget) Text(bytes int) error { return b.Take(textBytes + 2*int64(bytes)) }

// Take takes some bytes.
func (b *Budget) Take(bytes int64) error {
	if b.left -= bytes; b.left < 0 {
		return &LimitError{What: "its elements take too much memory", Limit: b.limit, Flag: "--max-memory"}
	}
	return nil
}
