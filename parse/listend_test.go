package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// TestListEnd holds that what stands below a list, where the format tells it
// from what stands in one, belongs to no item of it.
func TestListEnd(t *testing.T) {
	const html = `<h2>目的</h2><p>次のとおり。</p><ol><li><p>台帳を備える。</p><p>毎年改める。</p>` +
		`<ul><li>様式を定める。</li></ul><p>写しを送る。</p></li><li>担当を置く。</li></ol>` +
		`<p>これらは公表する。</p><ul><li>記録を残す。</li></ul><table><tr><td>年</td><td>件</td></tr><tr><td>元</td><td>二</td></tr></table><p>以上である。</p>`
	const markdown = "## 目的\n\n次のとおり。\n\n1. 台帳を備える。\n\n   毎年改める。\n\n   - 様式を定める。\n\n   写しを送る。\n\n2. 担当を置く。\n\n" +
		"これらは公表する。\n\n- 記録を残す。\n\n| 年 | 件 |\n| - | - |\n| 元 | 二 |\n\n以上である。\n"
	want := strings.Join([]string{
		"目的: 次のとおり。", "目的›1.: 台帳を備える。", "目的›1.: 毎年改める。", "目的›1.›・: 様式を定める。", "目的›1.: 写しを送る。",
		"目的›2.: 担当を置く。", "目的: これらは公表する。", "目的›・: 記録を残す。", "目的: table", "目的: 以上である。",
	}, "\n")
	for name, text := range map[string]string{"a.html": "<!DOCTYPE html><html><body>" + html + "</body></html>", "a.md": markdown} {
		src, err := source.Read(name, []byte(text), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d := parse.Parse(src)
		checkLaws(t, d)
		var got []string
		parse.Walk(d.Content, func(n parse.Node, in []*parse.Section) bool {
			var at []string
			for i, s := range in {
				at = append(at, s.Marker.Text)
				if i == 0 {
					at[0] = s.Title.String
				}
			}
			where := strings.Join(at, "›") + ": "
			switch n := n.(type) {
			case *parse.Section:
				if len(in) > 0 && n.Title.String != "" { // the first paragraph of an item that has more
					got = append(got, where[:len(where)-len(": ")]+"›"+n.Marker.Text+": "+n.Title.String)
				}
			case *parse.Paragraph:
				got = append(got, where+n.Text.String)
			case *parse.Table:
				got = append(got, where+"table")
			}
			return true
		})
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, s, want)
		}
	}
}
