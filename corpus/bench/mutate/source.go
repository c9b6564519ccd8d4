package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// chosen is the variable of the test program that holds the number of the
// mutant to run; zero is none.
const chosen = "mutantChosen__"

// A pack is the package that gets the faults.
type pack struct {
	name, path, dir string // as told, import path, folder
	clause          string // the name in its package clause
	exports         map[string]string
	set             *token.FileSet
	files           []*file
}

type file struct {
	name      string // from the root of the module
	path      string
	source    []byte
	set       *token.FileSet
	functions []*function
}

func (f *file) offset(p token.Pos) int { return f.set.Position(p).Offset }

type function struct {
	name string // with its receiver's type
	decl *ast.FuncDecl
}

// load reads the files of a package that are built here, its tests apart.
func load(name string) (*pack, error) {
	out, err := output("go", "list", "-json=ImportPath,Dir,Name,GoFiles,Module", name)
	if err != nil {
		return nil, err
	}
	var listed struct {
		ImportPath, Dir, Name string
		GoFiles               []string
		Module                struct{ Dir string }
	}
	if err := json.Unmarshal(out, &listed); err != nil {
		return nil, fmt.Errorf("%s: name one package: %w", name, err)
	}
	p := &pack{path: listed.ImportPath, dir: listed.Dir, clause: listed.Name, set: token.NewFileSet()}
	if p.name, err = filepath.Rel(listed.Module.Dir, listed.Dir); err != nil {
		return nil, err
	}
	for _, base := range listed.GoFiles {
		f := &file{name: filepath.ToSlash(filepath.Join(p.name, base)), path: filepath.Join(p.dir, base), set: p.set}
		if f.source, err = os.ReadFile(f.path); err != nil {
			return nil, err
		}
		tree, err := parser.ParseFile(p.set, f.path, f.source, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		f.functions = functions(tree)
		p.files = append(p.files, f)
	}
	p.exports, err = exports(name)
	return p, err
}

// survivors is the file that explains the mutants which no test can kill.
func (p *pack) survivors() string { return filepath.Join(p.dir, "testdata", "survivors.txt") }

func functions(tree *ast.File) []*function {
	var out []*function
	for _, d := range tree.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil || f.Name.Name == "_" || f.Recv == nil && (f.Name.Name == "init" || f.Name.Name == "main") {
			continue
		}
		name := f.Name.Name
		if f.Recv != nil {
			name = receiver(f.Recv.List[0].Type) + "." + name
		}
		out = append(out, &function{name: name, decl: f})
	}
	return out
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "?"
}

// mutants lists every fault that can be planted, in the order of the source.
func (p *pack) mutants() []*mutant {
	var all []*mutant
	for _, f := range p.files {
		for _, fn := range f.functions {
			pl := planter{file: f, fn: fn}
			ast.Inspect(fn.decl.Body, pl.inspect)
			all = append(all, pl.found...)
		}
	}
	for i, m := range all {
		m.id = i + 1
	}
	return all
}

// check compiles all mutants at once, each a function beside the others, and
// gives those that are in error: a variable not used, a sum of no numbers.
func (p *pack) check(all []*mutant) (map[*mutant]bool, error) {
	bad := map[*mutant]bool{}
	for {
		found, err := p.errorsOf(without(all, bad))
		if err != nil || len(found) == 0 {
			return bad, err
		}
		for _, m := range found {
			bad[m] = true
		}
	}
}

func (p *pack) errorsOf(tried []*mutant) ([]*mutant, error) {
	set := token.NewFileSet()
	var trees []*ast.File
	copies := map[string][]copied{}
	for _, f := range p.files {
		text, made := f.with(tried)
		tree, err := parser.ParseFile(set, f.path, text, parser.SkipObjectResolution|parser.AllErrors)
		if err != nil { // a fault that no longer parses breaks what follows: take them one at a time
			return f.unparsable(tried, err)
		}
		trees, copies[f.path] = append(trees, tree), made
	}
	tree, err := parser.ParseFile(set, "chosen.go", p.chooser(), 0)
	if err != nil {
		return nil, err
	}
	var bad []*mutant
	var foreign error
	conf := types.Config{
		Importer: importer.ForCompiler(set, "gc", p.open),
		Error: func(err error) {
			var te types.Error
			if errors.As(err, &te) {
				pos := te.Fset.Position(te.Pos)
				if m := at(copies[pos.Filename], pos.Offset); m != nil {
					bad = append(bad, m)
					return
				}
			}
			foreign = err
		},
	}
	_, err = conf.Check(p.path, set, append(trees, tree), nil)
	if err != nil && len(bad) == 0 {
		return nil, foreign
	}
	return bad, nil
}

// unparsable finds the mutants of a file that do not parse.
func (f *file) unparsable(tried []*mutant, because error) ([]*mutant, error) {
	var bad []*mutant
	for _, m := range tried {
		if m.file != f {
			continue
		}
		text, _ := f.with([]*mutant{m})
		if _, err := parser.ParseFile(token.NewFileSet(), f.path, text, 0); err != nil {
			bad = append(bad, m)
		}
	}
	if len(bad) == 0 {
		return nil, because
	}
	return bad, nil
}

func at(made []copied, offset int) *mutant {
	for _, c := range made {
		if c.from <= offset && offset < c.to {
			return c.mutant
		}
	}
	return nil
}

func (p *pack) open(path string) (io.ReadCloser, error) {
	name, ok := p.exports[path]
	if !ok {
		return nil, fmt.Errorf("%s is not built", path)
	}
	return os.Open(name)
}

// exports builds what the package and the chooser import, and names the files that describe it
// to the compiler.
func exports(name string) (map[string]string, error) {
	out, err := output("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", name, "os", "strconv")
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, export, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && export != "" {
			found[path] = export
		}
	}
	return found, nil
}

func output(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return out.Bytes(), nil
}
