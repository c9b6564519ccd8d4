package parse_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// goldNode is a node of the gold trees.
type goldNode struct {
	Type    string     `json:"type"`
	Text    string     `json:"text,omitempty"`
	Marker  string     `json:"marker,omitempty"`
	Title   *string    `json:"title,omitempty"`
	Content []goldNode `json:"content,omitempty"`
}

type goldMeta struct {
	Title      string `json:"title"`
	FiscalYear int    `json:"fiscalYear"`
	Date       string `json:"date"`
	Issuer     string `json:"issuer"`
	Act        string `json:"act"`
	Draft      bool   `json:"draft"`
}

type goldDocument struct {
	Meta    goldMeta   `json:"meta"`
	Content []goldNode `json:"content"`
}

func TestGold(t *testing.T) {
	for _, name := range []string{"fy2020", "fy2024"} {
		t.Run(name, func(t *testing.T) {
			doc := parseFile(t, filepath.Join("..", "testdata", name+".txt"))
			data, err := os.ReadFile(filepath.Join("..", "testdata", "gold", name+".tree.json"))
			if err != nil {
				t.Fatal(err)
			}
			var want goldDocument
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			compareJSON(t, goldMetaOf(doc), want.Meta)
			compareJSON(t, goldNodes(doc.Content), want.Content)
			checkLaws(t, doc)
		})
	}
}

func goldMetaOf(d *parse.Document) goldMeta {
	m := d.Meta
	return goldMeta{m.Title, m.FiscalYear, m.Date.EDTF, m.Issuer, m.Act, m.Draft}
}

func goldNodes(content []parse.Node) []goldNode {
	var out []goldNode
	for _, n := range content {
		switch n := n.(type) {
		case *parse.Paragraph:
			out = append(out, goldNode{Type: "paragraph", Text: n.Text.String})
		case *parse.Section:
			title := n.Title.String
			out = append(out, goldNode{Type: "section", Marker: n.Marker.Text, Title: &title, Content: goldNodes(n.Content)})
		case *parse.Note:
			out = append(out, goldNode{Type: "note", Marker: n.Marker.Text, Text: n.Text.String})
		case *parse.Table:
			out = append(out, goldNode{Type: "table"})
		}
	}
	return out
}

func compareJSON(t *testing.T, got, want any) {
	t.Helper()
	g, _ := json.MarshalIndent(got, "", " ")
	w, _ := json.MarshalIndent(want, "", " ")
	if string(g) != string(w) {
		t.Errorf("tree differs from gold:\n%s", parsetest.LineDiff(string(w), string(g)))
	}
}

// parseFile reads and parses a file.
func parseFile(t testing.TB, name string) *parse.Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return parseText(t, filepath.Base(name), string(data))
}

func parseText(t testing.TB, name, text string) *parse.Document {
	t.Helper()
	src, err := source.Read(name, []byte(text), source.Options{As: source.Text, Encoding: "utf-8"})
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}
