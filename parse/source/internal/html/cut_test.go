package html

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/parse/source/internal/flow"
)

// dump writes the nodes of a tree.
func dump(t *tree) string {
	var b strings.Builder
	var walk func(n node, depth int)
	walk = func(n node, depth int) {
		for k := n.first(); k.some(); k = k.next() {
			if k.parent() != n {
				fmt.Fprint(&b, "astray ")
			}
			if k.isText() {
				fmt.Fprintf(&b, "%d %q\n", depth, k.data())
				continue
			}
			fmt.Fprintf(&b, "%d <%s %v>\n", depth, k.name(), k.attributes())
			walk(k, depth+1)
		}
	}
	walk(t.root(), 0)
	return b.String()
}

// checkCuts holds that a page read in pieces, cut wherever it can be, is the
// page read whole; it gives the number of cuts.
func checkCuts(t *testing.T, page string) int {
	t.Helper()
	cuts, err := weigh(page, flow.Limits{Memory: 1 << 30, Token: 1 << 20}, 1)
	if err != nil {
		t.Skip(err)
	}
	whole, _, err := growPieces(page, nil, 512)
	if err != nil {
		t.Skip(err)
	}
	pieces, err := grow(page, cuts, 512)
	if err != nil {
		t.Fatalf("%q at %v: %v", page, cuts, err)
	}
	if got, want := dump(pieces), dump(whole); got != want {
		t.Fatalf("%q at %v: in pieces\n%s\nwhole\n%s", page, cuts, got, want)
	}
	return len(cuts)
}

// tidyParts are parts of pages that the outline follows, and some that it is not
// to follow.
var tidyParts = []string{
	"<p>甲</p>", "<p>甲", "<div>", "</div>", "<div><p>甲</div>", "<h2>題</h2>", "<ul>", "<li>乙", "</li>", "</ul>", "<dl><dt>語<dd>意", "</dl>",
	"<table>", "<tr>", "<td>一", "<th>", "</td>", "</tr>", "</table>", "<tbody>", "</tbody>", "<caption>表</caption>", "<colgroup><col></colgroup>",
	"<b>", "</b>", "<a href=x>", "</a>", "<span>", "</span>", "<br>", "<hr>", "<img src=x>", "文", " ", "\n", "<!-- 注 -->",
	"<form>", "</form>", "<input>", "<select><option>一<option>二</select>", "<button>押</button>", "<ruby>漢<rt>かん</ruby>",
	"<script>if (a<b) '<p>'</script>", "<noscript><p>無</noscript>", "<svg><path/></svg>", "<main>", "</main>", "<section>", "</section>",
	"<center>", "</center>", "<font>", "</font>", "</p>", "<pre>\n行</pre>", "<textarea>\n<p></textarea>", "<div/>", "<body class=y>",
}

// FuzzCuts puts parts of pages together by the bytes that it is given.
func FuzzCuts(f *testing.F) {
	f.Add([]byte{0, 0, 2, 1, 3, 5}, "")
	f.Add([]byte{6, 7, 7, 9, 10, 11, 12, 13, 14, 14, 13, 14, 18}, "<p><b>残り")
	f.Add([]byte{39, 12, 13, 14, 38, 18, 39, 0}, "<i>")
	f.Fuzz(func(t *testing.T, parts []byte, rest string) {
		page := "<!DOCTYPE html><html><head><title>題</title></head><body>"
		for _, p := range parts[:min(len(parts), 200)] {
			page += tidyParts[int(p)%len(tidyParts)]
		}
		checkCuts(t, page+rest)
		checkCuts(t, strings.TrimPrefix(page, "<!DOCTYPE html>")+rest+"</body></html>")
	})
}

// TestCuts cuts pages of real sites.
func TestCuts(t *testing.T) {
	n := checkCuts(t, "<html><head></head><body><div><ul><li>甲<li>乙</ul><table><tr><td>一<td>二<tr><td>三</table><p>丙<p>丁</div></body></html>")
	if n < 5 {
		t.Errorf("%d cuts", n)
	}
	names, _ := filepath.Glob("../../../../../shared/corpora/ppc-html/*.html")
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d cuts", filepath.Base(name), checkCuts(t, string(page)))
	}
}
