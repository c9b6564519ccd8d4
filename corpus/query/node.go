package query

// A Query is a query as read.
type Query struct {
	root node
	text string
}

// String is the query as it was typed.
func (q *Query) String() string { return q.text }

// A node is a part of a query.
type node interface{ isNode() }

// all is found where every part of Want is found and none of Not.
type all struct{ want, not []node }

// any is found where one of its parts is.
type either struct{ parts []node }

// words are words in order.
type words struct {
	text   string
	prefix bool // the last word may go on
	title  bool // in the heading of a section only
}

// series are the units of the series of which the name holds the text.
type series struct{ name string }

// years are the units of these years; 0 leaves a side open.
type years struct{ from, to int }

func (*all) isNode()    {}
func (*either) isNode() {}
func (*words) isNode()  {}
func (*series) isNode() {}
func (*years) isNode()  {}
