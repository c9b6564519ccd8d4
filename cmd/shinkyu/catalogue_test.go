package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shinkyu/parse/render"
	"shinkyu/parse/render/lang"
)

// speakers are the packages that write messages in English, with the
// catalogue that says them in Japanese.
var speakers = []struct {
	folder string
	names  []string // of the fields and parameters that hold messages
	say    func(string) string
}{
	{"parse/source", []string{"Msg", "Remedy", "msg", "remedy"}, inBoth},
	{"diff/decisions", []string{"Msg", "Remedy", "msg", "remedy"}, inBoth},
	{"corpus", []string{"Msg", "Remedy", "msg", "remedy"}, inBoth},
	{"corpus/store", []string{"Msg", "Remedy", "msg", "remedy"}, inBoth},
	{"corpus/query", []string{"Msg", "Remedy", "msg", "remedy"}, inBoth},
	{"parse", []string{"Message", "message"}, func(s string) string { return render.Reason(s, lang.Japanese) }},
}

// inBoth looks a message up as the commands do, which meet those of readers
// and of the corpus together.
func inBoth(s string) string {
	if t := translations.In(lang.Japanese, s); t != s {
		return t
	}
	return corpusTranslations.In(lang.Japanese, s)
}

// TestEveryMessageHasItsJapanese reads the sources for the messages that the
// packages can give, as far as they are written down in one piece, and looks
// each up in its catalogue.
func TestEveryMessageHasItsJapanese(t *testing.T) {
	for _, s := range speakers {
		found := messagesIn(t, filepath.Join("../..", s.folder), s.names)
		for place, text := range found {
			if said := s.say(text); said == text {
				t.Errorf("%s: no Japanese for %q", place, text)
			}
		}
		if len(found) == 0 {
			t.Errorf("%s: no messages found", s.folder)
		}
	}
}

// messagesIn gives the messages of a package by their places.
func messagesIn(t *testing.T, folder string, names []string) map[string]string {
	t.Helper()
	set := token.NewFileSet()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var sources []*ast.File
	speaking := map[string][]int{} // places of parameters, by function
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, f)
		parameters(f, names, speaking)
	}
	out := map[string]string{}
	for _, p := range sources {
		keep := func(e ast.Expr) {
			if text, _ := written(e); len(word.FindAllString(text, 2)) == 2 {
				at := set.Position(e.Pos())
				out[filepath.Base(at.Filename)+":"+strconv.Itoa(at.Line)+":"+strconv.Itoa(at.Column)] = text
			}
		}
		ast.Inspect(p, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if k, ok := n.Key.(*ast.Ident); ok && slices.Contains(names, k.Name) {
					keep(n.Value)
				}
			case *ast.CallExpr:
				for _, i := range speaking[called(n)] {
					if i < len(n.Args) {
						keep(n.Args[i])
					}
				}
			}
			return true
		})
	}
	return out
}

// parameters adds the places of the parameters with these names, by function.
func parameters(p *ast.File, names []string, out map[string][]int) {
	ast.Inspect(p, func(n ast.Node) bool {
		f, ok := n.(*ast.FuncDecl)
		if !ok {
			return true
		}
		i := 0
		for _, field := range f.Type.Params.List {
			for _, name := range field.Names {
				if slices.Contains(names, name.Name) {
					out[f.Name.Name] = append(out[f.Name.Name], i)
				}
				i++
			}
		}
		return true
	})
}

// called is the name of the function or method that is called.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

var (
	number = regexp.MustCompile(`%[0-9.\[\]]*d`)
	quoted = regexp.MustCompile(`%[#+0-9.\[\]]*q`)
	word   = regexp.MustCompile(`[a-zA-Z]{2,}`) // that is written: what is filled in is shorter
	other  = regexp.MustCompile(`%[#+0-9.\[\]]*[a-zA-Z]`)
)

// written gives the text of a message, with something in the place of what is
// filled in; ok is false where no word of it is written here.
func written(e ast.Expr) (text string, ok bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING && s != ""
	case *ast.BinaryExpr:
		left, ok1 := written(e.X)
		right, ok2 := written(e.Y)
		return left + right, ok1 || ok2
	case *ast.CallExpr:
		if called(e) == "Sprintf" {
			s, ok := written(e.Args[0])
			return other.ReplaceAllString(quoted.ReplaceAllString(number.ReplaceAllString(s, "12"), `"x"`), "x"), ok
		}
	}
	return "x", false
}
