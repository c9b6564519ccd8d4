package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"strings"
)

// copied tells where in the text the copy of a mutant stands, in bytes.
type copied struct {
	mutant   *mutant
	from, to int
}

// chooser is the file that reads which mutant is to run.
func (p *pack) chooser() string {
	return fmt.Sprintf("package %s\n\nimport (\n\t\"os\"\n\t\"strconv\"\n)\n\nvar %s, _ = strconv.Atoi(os.Getenv(\"MUTANT\"))\n", p.clause, chosen)
}

// with is the text of the file with its mutants: each function that has some
// begins with a switch over them, on the line of its opening brace, so that
// lines keep their numbers, and the copies stand at the end.
func (f *file) with(all []*mutant) ([]byte, []copied) {
	own := map[*function][]*mutant{}
	for _, m := range all {
		if m.file == f {
			own[m.fn] = append(own[m.fn], m)
		}
	}
	var out, copies bytes.Buffer
	last := 0
	var made []copied
	for _, fn := range f.functions {
		if len(own[fn]) == 0 {
			continue
		}
		h := f.header(fn)
		out.Write(f.source[last:f.offset(fn.decl.Pos())])
		out.WriteString(h.text("") + "{ " + h.dispatch(own[fn]))
		last = f.offset(fn.decl.Body.Lbrace) + 1
		for _, m := range own[fn] {
			from := copies.Len()
			copies.WriteString("\n" + h.text(suffix(m)))
			body := f.offset(fn.decl.Body.Lbrace)
			copies.Write(f.source[body:m.from])
			copies.WriteString(m.text)
			copies.Write(f.source[m.to:f.offset(fn.decl.Body.End())])
			copies.WriteString("\n")
			made = append(made, copied{m, from, copies.Len()})
		}
	}
	out.Write(f.source[last:])
	for i := range made {
		made[i].from += out.Len()
		made[i].to += out.Len()
	}
	out.Write(copies.Bytes())
	return out.Bytes(), made
}

func suffix(m *mutant) string { return fmt.Sprintf("__%d", m.id) }

// A header is what stands before the body of a function, each parameter with a
// name, so that the copies can be called with them.
type header struct {
	receiver, typeParams, params, results string // as in the source
	name, self                            string // self is the receiver's name
	typeArgs, args                        []string
	returns                               bool
}

func (f *file) header(fn *function) header {
	d := fn.decl
	h := header{name: d.Name.Name, returns: d.Type.Results != nil && len(d.Type.Results.List) > 0}
	if d.Recv != nil {
		list, args := f.named(d.Recv, "receiver__")
		h.receiver, h.self = "("+list+") ", args[0]+"."
	}
	if t := d.Type.TypeParams; t != nil {
		h.typeParams = f.text(t)
		for _, field := range t.List {
			for _, n := range field.Names {
				h.typeArgs = append(h.typeArgs, n.Name)
			}
		}
	}
	h.params, h.args = f.named(d.Type.Params, "param__")
	if h.returns {
		h.results = " " + f.text(d.Type.Results)
	}
	return h
}

func (f *file) text(n ast.Node) string { return string(f.source[f.offset(n.Pos()):f.offset(n.End())]) }

// named writes a list of parameters so that all have names, and gives what to
// write in a call with them.
func (f *file) named(list *ast.FieldList, prefix string) (string, []string) {
	var fields, args []string
	for _, field := range list.List {
		var names []string
		for _, n := range field.Names {
			names = append(names, n.Name)
		}
		if len(names) == 0 {
			names = []string{"_"}
		}
		dots := ""
		if _, variadic := field.Type.(*ast.Ellipsis); variadic {
			dots = "..."
		}
		for i, n := range names {
			if n == "_" {
				names[i] = fmt.Sprintf("%s%d", prefix, len(args))
			}
			args = append(args, names[i]+dots)
		}
		fields = append(fields, strings.Join(names, ", ")+" "+f.text(field.Type))
	}
	return strings.Join(fields, ", "), args
}

func (h header) text(suffix string) string {
	return "func " + h.receiver + h.name + suffix + h.typeParams + "(" + h.params + ")" + h.results + " "
}

// dispatch calls the copy that is chosen.
func (h header) dispatch(own []*mutant) string {
	var b strings.Builder
	fmt.Fprintf(&b, "switch %s { ", chosen)
	types := ""
	if len(h.typeArgs) > 0 {
		types = "[" + strings.Join(h.typeArgs, ", ") + "]"
	}
	for _, m := range own {
		call := h.self + h.name + suffix(m) + types + "(" + strings.Join(h.args, ", ") + ")"
		if h.returns {
			fmt.Fprintf(&b, "case %d: return %s; ", m.id, call)
		} else {
			fmt.Fprintf(&b, "case %d: %s; return; ", m.id, call)
		}
	}
	b.WriteString("};")
	return b.String()
}
