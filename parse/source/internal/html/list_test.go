package html

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/parse/source/internal/flow"
)

// blocks reads a page and gives its blocks, a line each: the kind, what it was
// told by, marker and text.
func blocks(t *testing.T, page string) string {
	t.Helper()
	doc, err := Read(page, flow.Limits{Depth: 512, Memory: 1 << 30, Token: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[flow.Kind]string{
		flow.Paragraph: "p", flow.Heading: "h", flow.Item: "i", flow.Table: "t", flow.Note: "n", flow.Furniture: "f", flow.Plain: "|",
	}
	var b strings.Builder
	for _, k := range doc.Blocks {
		text := k.Text
		for _, row := range k.Rows {
			text += "[" + strings.Join(row, "|") + "]"
		}
		why := ""
		if k.Kind == flow.Furniture {
			why = " " + k.Why
		}
		if k.Caption {
			why = " caption"
		}
		fmt.Fprintf(&b, "%s%s: «%s»%s\n", kinds[k.Kind], why, k.Marker, strings.ReplaceAll(text, "\n", "⏎"))
	}
	return b.String()
}

func checkBlocks(t *testing.T, page, want string) {
	t.Helper()
	if got := blocks(t, page); got != strings.TrimLeft(want, "\n") {
		t.Errorf("%s\ngives\n%swant%s", page, got, want)
	}
}

// TestListNumbers has the counters of a browser: the type attribute, the style
// sheet's names, start, value and reversed (HTML, 4.4.5).
func TestListNumbers(t *testing.T) {
	for _, c := range []struct {
		list string // the attributes of the list, or an item with its own
		n    int
		want string
	}{
		{`type="1"`, 12, "12."},
		{`type="a"`, 26, "z."},
		{`type="a"`, 27, "aa."}, // counts on as in a spreadsheet
		{`type="A"`, 53, "BA."},
		{`type="i"`, 9, "ix."},
		{`type="I"`, 44, "XLIV."},
		{`type="I"`, 4000, "4000."},
		{`type="a"`, 0, "0."},
		{`type="i"`, -3, "-3."},
		{`style="list-style-type: lower-roman"`, 4, "iv."},
		{`style="color: red; list-style:upper-latin"`, 3, "C."},
		{`style="list-style-type: katakana-iroha"`, 47, "ス."},
		{`style="list-style-type: katakana"`, 47, "アア."},
		{`style="list-style-type: cjk-ideographic"`, 1, "一."},
		{`style="list-style-type: japanese-informal"`, 10, "十."},
		{`style="list-style-type: japanese-informal"`, 121, "百二十一."},
		{`style="list-style-type: cjk-decimal"`, 21, "二一."},
		{`style="list-style-type: cjk-decimal"`, 100, "一〇〇."},
		{`style="list-style-type: armenian"`, 5, "5."},
		{`style="list-style-type: none"`, 5, ""},
	} {
		page := fmt.Sprintf(`<ol %s start="%d"><li>施策</ol>`, c.list, c.n)
		checkBlocks(t, page, "i: «"+c.want+"»施策\n")
	}
	checkBlocks(t, `<ol reversed><li>甲<li value="7">乙<li type="a">丙</ol>`, "i: «3.»甲\ni: «7.»乙\ni: «f.»丙\n")
	checkBlocks(t, `<li>一覧の外`, "i: «・»一覧の外\n")
	checkBlocks(t, `<ol start="x"><li value="y">甲</ol>`, "i: «1.»甲\n")
}

// TestOwnMarkers: authors who write the numbers themselves hide those of the
// browser, and no item gets two.
func TestOwnMarkers(t *testing.T) {
	for text, own := range map[string]bool{
		"（1）研修": true, "1. 研修": true, "①研修": true, "⑴研修": true, "ア　研修": true, "第一　研修": true, "一、研修": true,
		"第2章 研修": true, "〔1〕研修": true, "a) 研修": true, "１０）研修": true, "ⅰ）研修": true, "Ⅳ 研修": true,
		"研修": false, "2024年度の研修": false, "令和6年": false, "アジアの研修": false, "1": false, "12345）": false, "一般の研修": false, "5項目の指標": false,
	} {
		marker := "1."
		if own {
			marker = ""
		}
		checkBlocks(t, "<ol><li>"+text+"</ol>", "i: «"+marker+"»"+text+"\n")
	}
	checkBlocks(t, "<ul><li>○ 様式<li>- 別紙<li>※ 注意<li>1. 順<li>様式</ul>", "i: «»○ 様式\ni: «»- 別紙\ni: «»※ 注意\ni: «»1. 順\ni: «・»様式\n")
}

// TestFurniture has the parts of a site round a document, by element, role and
// name, and what only looks like them.
func TestFurniture(t *testing.T) {
	link := func(name string) string { return `<li><a href="/` + name + `">` + name + `</a></li>` }
	long := strings.Repeat("公文書の管理を適正に行うため、次の措置を講ずる。", 20)
	for _, c := range []struct{ page, want string }{
		{`<article><h2>題</h2>本文</article><aside>関連</aside>`, "h: «»題\np: «»本文\nf outside main: «»関連"},
		{`<p>本文</p><aside>関連リンク</aside>`, "p: «»本文\nf navigation: «»関連リンク"},
		{`<main><p>本文</p><aside>囲み記事</aside></main>`, "p: «»本文\np: «»囲み記事"},
		{`<article><header><p>前書</p></header><p>本文</p><footer>注記</footer></article>`, "p: «»前書\np: «»本文\np: «»注記"},
		{`<header>サイト名</header><p>本文</p>`, "f header: «»サイト名\np: «»本文"},
		{`<p>本文</p><button>印刷</button><select><option>大</option></select>`, "p: «»本文\nf navigation: «»印刷大"},
		{`<p style="display : none">控え</p><p style="visibility:hidden">控え</p><p style="color:red">本文</p>`, "f hidden: «»控え\nf hidden: «»控え\np: «»本文"},
		{`<div role="search">検索</div><div role="main"><p>本文</p></div><div>外</div>`, "f navigation: «»検索\np: «»本文\nf outside main: «»外"},
		{`<div id="Page-Top">先頭へ</div><div class="wide topic_path">現在地</div><div class="main-header-text">本文</div>`, "f navigation: «»先頭へ\nf navigation: «»現在地\np: «»本文"},
		{`<div class="menu"><p>` + long + `</p></div>`, "p: «»" + long},
		{
			`<ul>` + link("総務") + link("財務") + link("法務") + link("外務") + `</ul><p>本文</p>`,
			"f navigation: «»総務\nf navigation: «»財務\nf navigation: «»法務\nf navigation: «»外務\np: «»本文",
		},
		{`<ul>` + link("総務") + link("財務") + link("法務") + `</ul>`, "i: «・»総務\ni: «・»財務\ni: «・»法務"},
		{
			`<ul>` + link("総務") + link("財務") + link("法務") + link("外務") + `<li>連絡先</ul>`,
			"i: «・»総務\ni: «・»財務\ni: «・»法務\ni: «・»外務\ni: «・»連絡先",
		},
	} {
		checkBlocks(t, c.page, c.want+"\n")
	}
}

// TestTables has spans, tables that only lay out the page, captions and what
// stands in cells.
func TestTables(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<table><tr><th colspan="2">予算<th>備考<tr><td rowspan="2">令和6年度<td>10<td>-<tr><td>20<td>増</table>`, "t: «»[予算||備考][令和6年度|10|-][|20|増]"},
		{`<table><tr><td rowspan="0">甲<td>乙<tr><td colspan="x">丙<td>丁</table>`, "t: «»[甲|乙][丙|丁]"},
		{`<table><tr><td><h2>題</h2><td><p>本文</table>`, "h: «»題\np: «»本文"},
		{`<table role="presentation"><caption>案内</caption><tr><td>左<td>右</table>`, "p caption: «»案内\np: «»左\np: «»右"},
		{`<table><tr><td>外<td><table><tr><td>内<td>側</table></table>`, "p: «»外\nt: «»[内|側]"},
		{`<table><tr><td> <td></table>`, ""},
		{`<nav><table><tr><td>前へ<td>次へ</table></nav>`, "f navigation: «»[前へ|次へ]"},
		{`<table><tr><td><ol><li>調査<li>公表</ol><td><ruby>塵<rt>じん</rt></ruby>芥</table>`, "t: «»[1.調査⏎2.公表|塵芥]\nf ruby: «»じん"},
	} {
		want := c.want
		if want != "" {
			want += "\n"
		}
		checkBlocks(t, c.page, strings.ReplaceAll(want, "1.調査⏎2.公表", "1. 調査⏎2. 公表"))
	}
}

// TestText has what a browser shows of white space, breaks, pictures and
// preformatted lines.
func TestText(t *testing.T) {
	checkBlocks(t, "<p>外<img alt=\"字\">の<img alt=\"図1 体制\">文</p><img alt=\"字\">", "p: «»外字の文\n")
	checkBlocks(t, "<h2>推進<br><br>計画</h2><p>一行目<br>二行目</p>", "h: «»推進⏎計画\np: «»一行目\np: «»二行目\n")
	checkBlocks(t, "<nav><pre>前へ\n次へ</pre></nav><pre>\n表\n  裏\n</pre>", "f navigation: «»前へ⏎次へ\n|: «»表⏎  裏\n")
	checkBlocks(t, "<figure><figcaption>図１</figcaption></figure><blockquote>引用</blockquote>", "p caption: «»図１\np: «»引用\n")
	checkBlocks(t, "<p>日本\n語 と\tEnglish\ntext</p><p>\n</p>", "p: «»日本語 と English text\n")
}

// TestHostileTags: a parser opens formatting elements that nobody closes anew
// in every paragraph, and there is no limit in it but ours.
func TestHostileTags(t *testing.T) {
	page := strings.Repeat("<b>", 3000) + strings.Repeat("<p>文", 3000)
	if _, err := Read(page, flow.Limits{Depth: 512, Memory: 64 << 20, Token: 4 << 20}); err == nil || !strings.Contains(err.Error(), "memory") {
		t.Errorf("unclosed formatting: %v", err)
	}
	if _, err := Read("<p>"+strings.Repeat("<b>語</b>", 3000), flow.Limits{Depth: 512, Memory: 64 << 20, Token: 4 << 20}); err != nil {
		t.Errorf("closed formatting: %v", err)
	}
	if _, err := Read(`<p title="`+strings.Repeat("x", 5<<20), flow.Limits{Depth: 512, Memory: 64 << 20, Token: 4 << 20}); err == nil || !strings.Contains(err.Error(), "too many bytes") {
		t.Errorf("a long tag: %v", err)
	}
	if _, err := Read(strings.Repeat("<p>文", 10_000), flow.Limits{Depth: 512, Memory: 1 << 20, Token: 4 << 20}); err == nil || !strings.Contains(err.Error(), "memory") {
		t.Errorf("many elements: %v", err)
	}
	if _, err := Read("<p>"+strings.Repeat("文", 300_000), flow.Limits{Depth: 512, Memory: 1 << 20, Token: 4 << 20}); err == nil || !strings.Contains(err.Error(), "memory") {
		t.Errorf("much text: %v", err)
	}
}
