package source_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// A goldNode is a node of a gold tree.
type goldNode struct {
	Type    string     `json:"type"`
	Marker  string     `json:"marker"`
	Title   string     `json:"title"`
	Text    string     `json:"text"`
	Content []goldNode `json:"content"`
}

// TestSampleTrees parses the samples as PDF (a column, a book of two columns
// with running heads, vertical writing) and as Word file: the trees are those
// of the text files, but for the spaces that a page does not show.
func TestSampleTrees(t *testing.T) {
	for _, year := range []string{"fy2020", "fy2024"} {
		data, err := os.ReadFile(filepath.Join("../../testdata/gold", year+".tree.json"))
		if err != nil {
			t.Fatal(err)
		}
		var gold goldNode
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(err)
		}
		for _, kind := range []string{".docx", "-plain.pdf", "-book.pdf", "-tate.pdf"} {
			t.Run(year+kind, func(t *testing.T) {
				data, err := os.ReadFile(filepath.Join("../../testdata/formats", year+kind))
				if err != nil {
					t.Fatal(err)
				}
				src, err := source.Read(year+kind, data, source.Options{})
				if err != nil {
					t.Fatal(err)
				}
				compareNodes(t, "", treeNodes(parse.Parse(src).Content), tightNodes(gold.Content))
			})
		}
	}
}

func treeNodes(content []parse.Node) []goldNode {
	var out []goldNode
	for _, n := range content {
		switch n := n.(type) {
		case *parse.Paragraph:
			out = append(out, goldNode{Type: "paragraph", Text: key(n.Text.String)})
		case *parse.Section:
			out = append(out, goldNode{Type: "section", Marker: n.Marker.Text, Title: key(n.Title.String), Content: treeNodes(n.Content)})
		case *parse.Note:
			out = append(out, goldNode{Type: "note", Marker: n.Marker.Text, Text: key(n.Text.String)})
		case *parse.Table:
			out = append(out, goldNode{Type: "table"})
		}
	}
	return out
}

func tightNodes(nodes []goldNode) []goldNode {
	for i := range nodes {
		n := &nodes[i]
		n.Title, n.Text = key(n.Title), key(n.Text)
		tightNodes(n.Content)
	}
	return nodes
}

func compareNodes(t *testing.T, at string, got, want []goldNode) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("%s: %s %s %s is missing", at, want[i].Type, want[i].Marker, clipText(want[i]))
			continue
		case i >= len(want):
			t.Errorf("%s: %s %s %s is too much", at, got[i].Type, got[i].Marker, clipText(got[i]))
			continue
		}
		g, w := got[i], want[i]
		if g.Type != w.Type || g.Marker != w.Marker || g.Title != w.Title || g.Text != w.Text {
			t.Errorf("%s: got %s %s %s, want %s %s %s", at, g.Type, g.Marker, clipText(g), w.Type, w.Marker, clipText(w))
			return
		}
		compareNodes(t, at+"/"+w.Marker, g.Content, w.Content)
	}
}

func clipText(n goldNode) string {
	r := []rune(n.Title + "|" + n.Text)
	if len(r) > 120 {
		r = append(r[:60:60], append([]rune("…"), r[len(r)-60:]...)...)
	}
	return string(r)
}
