package decisions

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A File is the decisions of one file, in its order.
type File struct {
	Name      string
	Decisions []Decision
}

// A Decision is one entry.
type Decision struct {
	Kind     Kind
	Old, New []Ref
	Note     string
	Line     int // 1-based, in the file
}

// A Kind is what a decision does.
type Kind string

// The kinds.
const (
	Pin    Kind = "pin"
	Forbid Kind = "forbid"
	Split  Kind = "split"
	Merge  Kind = "merge"
	Note   Kind = "note"
)

// kinds are the keys of a file; undecided is what [Write] leaves to fill in.
var kinds = []string{"pin", "forbid", "split", "merge", "note", undecided}

const undecided = "undecided"

// A Ref names a unit.
type Ref struct {
	Title   string
	Path    string
	HasPath bool // so that path "" can be meant
}

// An Error says what is wrong with a file, and where.
type Error struct {
	Name   string
	Line   int // 1-based; 0 where it is about the whole
	Msg    string
	Remedy string
}

// Error gives one line: NAME:LINE: what is wrong; what to do.
func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s; %s", e.Name, e.Line, e.Msg, e.Remedy)
	}
	return fmt.Sprintf("%s: %s; %s", e.Name, e.Msg, e.Remedy)
}

// Read reads a file of decisions. Its error is an [*Error].
func Read(name string, data []byte) (*File, error) {
	r := reader{file: &File{Name: name}}
	var doc yaml.Node
	if len(strings.TrimSpace(string(data))) == 0 {
		return r.file, nil
	}
	if err := yaml.Unmarshal(data, &doc); err != nil {
		msg := strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", " ")
		return nil, &Error{Name: name, Msg: "this is no YAML: " + msg, Remedy: "see shinkyu help diff for an example"}
	}
	if len(doc.Content) > 0 {
		r.top(doc.Content[0])
	}
	if r.err != nil {
		return nil, r.err
	}
	return r.file, nil
}

type reader struct {
	file *File
	err  error // the first
}

func (r *reader) fail(n *yaml.Node, msg, remedy string) {
	if r.err == nil {
		r.err = &Error{Name: r.file.Name, Line: n.Line, Msg: msg, Remedy: remedy}
	}
}

// entries calls f for each key and value of a mapping.
func (r *reader) entries(n *yaml.Node, what string, f func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, what+" is no mapping", "write it as key: value")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		f(n.Content[i], n.Content[i+1])
	}
}

func (r *reader) top(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	r.entries(n, "the file", func(key, value *yaml.Node) {
		known := false
		for _, k := range kinds {
			known = known || k == key.Value
		}
		switch {
		case !known:
			r.fail(key, fmt.Sprintf("unknown key %q", key.Value), "use pin, forbid, split, merge or note")
		case key.Value == undecided || value.Tag == "!!null":
		case value.Kind != yaml.SequenceNode:
			r.fail(value, key.Value+" is no list", "begin each decision with -")
		default:
			for _, d := range value.Content {
				r.decision(Kind(key.Value), d)
			}
		}
	})
}

func (r *reader) decision(kind Kind, n *yaml.Node) {
	d := Decision{Kind: kind, Line: n.Line}
	r.entries(n, "the decision", func(key, value *yaml.Node) {
		switch key.Value {
		case "old":
			d.Old = r.refs(value)
		case "new":
			d.New = r.refs(value)
		case "note":
			d.Note = value.Value
		default:
			r.fail(key, fmt.Sprintf("unknown key %q", key.Value), "use old, new or note")
		}
	})
	if want, ok := shape(d); !ok {
		r.fail(n, string(kind)+" needs "+want, "see shinkyu help diff for an example")
	}
	r.file.Decisions = append(r.file.Decisions, d)
}

// shape says how many units a decision must name on either side.
func shape(d Decision) (want string, ok bool) {
	o, n := len(d.Old), len(d.New)
	switch d.Kind {
	case Split:
		return "one old unit and two new ones or more", o == 1 && n > 1
	case Merge:
		return "two old units or more and one new one", o > 1 && n == 1
	case Note:
		return "an old or a new unit, and a note", o+n == 1 && d.Note != ""
	}
	return "one old unit and one new one", o == 1 && n == 1
}

// refs reads one unit or a list of them.
func (r *reader) refs(n *yaml.Node) []Ref {
	if n.Kind != yaml.SequenceNode {
		return []Ref{r.ref(n)}
	}
	var out []Ref
	for _, x := range n.Content {
		out = append(out, r.ref(x))
	}
	return out
}

// ref reads a unit: a mapping with path and title, or its title alone.
func (r *reader) ref(n *yaml.Node) Ref {
	if n.Kind == yaml.ScalarNode {
		if n.Value == "" {
			r.fail(n, "no unit is named", "give its title or {path: …, title: …}")
		}
		return Ref{Title: n.Value}
	}
	var ref Ref
	r.entries(n, "the unit", func(key, value *yaml.Node) {
		switch key.Value {
		case "path":
			ref.Path, ref.HasPath = value.Value, true
		case "title":
			ref.Title = value.Value
		default:
			r.fail(key, fmt.Sprintf("unknown key %q", key.Value), "name a unit by path and title")
		}
	})
	if !ref.HasPath && ref.Title == "" {
		r.fail(n, "no unit is named", "give its title or {path: …, title: …}")
	}
	return ref
}
