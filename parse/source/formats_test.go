package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// show prints a source for comparison, a block a line: kind, level, marker in
// «», text; lines outside blocks begin with a bar.
func show(s *Source) string {
	kinds := map[BlockKind]string{
		BlockParagraph: "p", BlockHeading: "h", BlockItem: "i", BlockTable: "t",
		BlockNote: "n", BlockTitle: "title", BlockFurniture: "f",
	}
	var b strings.Builder
	at := 0
	for i, l := range s.Lines {
		for at < len(s.Blocks) && s.Blocks[at].Last < i {
			at++
		}
		if at == len(s.Blocks) || s.Blocks[at].First > i {
			fmt.Fprintf(&b, "| %s\n", s.Slice(l.Span))
			continue
		}
		k := s.Blocks[at]
		if k.First != i {
			continue
		}
		tag := kinds[k.Kind]
		if k.Level > 0 {
			tag += fmt.Sprint(k.Level)
		}
		if k.Caption {
			tag += " caption"
		}
		text := s.Slice(Span{s.Lines[k.First].Span.Start, s.Lines[k.Last].Span.End})
		if k.Marker.Len() > 0 {
			text = "«" + s.Slice(k.Marker) + "»" + text[k.Marker.Len():]
		}
		if k.Rows != nil {
			var rows []string
			for _, row := range k.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, s.Slice(c))
				}
				rows = append(rows, strings.Join(cells, " | "))
			}
			text = strings.Join(rows, " // ")
		}
		fmt.Fprintf(&b, "%s: %s\n", tag, strings.ReplaceAll(text, "\n", "⏎"))
	}
	return b.String()
}

func checkShow(t *testing.T, data []byte, opt Options, format Format, want string) {
	t.Helper()
	src, err := Read("f", data, opt)
	if err != nil {
		t.Fatal(err)
	}
	if src.Format != format {
		t.Errorf("format %s, want %s", src.Format, format)
	}
	if got := show(src); got != strings.TrimLeft(want, "\n") {
		t.Errorf("got\n%s\nwant%s", got, want)
	}
	checkSource(t, src)
}

// checkSource holds what is true of every source: lines and blocks in order
// and in bounds, markers and cells inside their blocks.
func checkSource(t *testing.T, s *Source) {
	t.Helper()
	end := 0
	for i, l := range s.Lines {
		if l.Span.Start < end || l.Span.End < l.Span.Start || l.Span.End > len(s.Text) {
			t.Fatalf("line %d at %v after byte %d of %d", i, l.Span, end, len(s.Text))
		}
		if gap := s.Text[end:l.Span.Start]; strings.Trim(gap, "\r\n\f") != "" {
			t.Fatalf("line %d: text %q in no line before it", i, gap)
		}
		end = l.Span.End
	}
	next := 0
	for i, b := range s.Blocks {
		if b.First < next || b.Last < b.First || b.Last >= len(s.Lines) {
			t.Fatalf("block %d has lines %d to %d, after %d of %d", i, b.First, b.Last, next, len(s.Lines))
		}
		next = b.Last + 1
		sp := Span{s.Lines[b.First].Span.Start, s.Lines[b.Last].Span.End}
		if b.Marker.Len() > 0 && (!sp.Contains(b.Marker) || b.Marker.Start != sp.Start) {
			t.Fatalf("block %d: marker %v, block %v", i, b.Marker, sp)
		}
		for _, row := range b.Rows {
			for _, c := range row {
				if !sp.Contains(c) {
					t.Fatalf("block %d: cell %v, block %v", i, c, sp)
				}
			}
		}
	}
}

func TestHTML(t *testing.T) {
	checkShow(t, []byte(`<!DOCTYPE html><html lang="ja"><head><title>計画 の
	頁</title><meta charset="utf-8"><script>var a = 1</script></head><body>
<header><h1>サイト名</h1><nav><ul><li><a href="/">ホーム</a></li></ul></nav></header>
<div class="breadcrumb">ホーム &gt; 計画</div>
<main>
<h1>推進<br>計画</h1>
<ul><li><a href="#a">目的</a></li><li><a href="#b">施策</a></li><li><a href="#c">体制</a></li></ul>
<h2 id="a">１　目的</h2>
<p>この計画は、
   公文書の<ruby>管理<rp>（</rp><rt>かんり</rt><rp>）</rp></ruby>を定める。<br>また、ABC
   DEF を定める。</p>
<ol start="3"><li>点検<ol type="a"><li>毎年</ol></li><li>公表</li><li>（5）研修</li></ol>
<ol style="list-style-type: katakana"><li>甲<li>乙</ol>
<ul><li>個票</li><li>○ 様式</li></ul>
<dl><dt>台帳</dt><dd>記録の一覧</dd></dl>
<table><caption>表１　予定</caption><tr><th rowspan="2">年度</th><th>件</th></tr><tr><td>10<br>20</td></tr></table>
<table><tr><td>枠の中の文</td></tr></table>
<pre>行１
  行２</pre>
<p hidden>下書き</p>
</main><footer>連絡先</footer></body></html>`), Options{}, HTML, `
f: サイト名
f: ホーム
f: ホーム > 計画
h1: 推進⏎計画
f: 目的
f: 施策
f: 体制
h2: １　目的
p: この計画は、公文書の管理を定める。
f: かんり
p: また、ABC DEF を定める。
i1: «3.» 点検
i2: «a.» 毎年
i1: «4.» 公表
i1: （5）研修
i1: «ア.» 甲
i1: «イ.» 乙
i1: «・» 個票
i1: ○ 様式
p: 台帳
p: 記録の一覧
p caption: 表１　予定
t: 年度 | 件 //  | 10⏎20
p: 枠の中の文
| 行１
|   行２
f: 下書き
f: 連絡先
`)
}

func TestMarkdown(t *testing.T) {
	checkShow(t, []byte(`---
title: x
---
# 計画

- [目的](#a)
- [施策](#b)
- [体制](#c)

## １　目的
この計画は、**公文書**の
管理を定める。ABC
DEF\
次の行

3. 点検
   - 毎年
4. 公表

|年度|件|
|--|--|
|令和6年度|10<br>20|
`), Options{}, Markdown, `
f: ---⏎title: x⏎---
h1: 計画
f: 目的⏎施策⏎体制
h2: １　目的
p: この計画は、公文書の管理を定める。ABC DEF
p: 次の行
i1: «3.» 点検
i2: «・» 毎年
i1: «4.» 公表
t: 年度 | 件 // 令和6年度 | 10⏎20
`)
}

func TestEGov(t *testing.T) {
	checkShow(t, []byte(`<?xml version="1.0" encoding="UTF-8"?>
<Law Lang="ja"><LawNum>令和六年法律第一号</LawNum><LawBody><LawTitle>例法</LawTitle>
<TOC><TOCLabel>目次</TOCLabel><TOCChapter><ChapterTitle>第一章　総則</ChapterTitle><ArticleRange>（第一条）</ArticleRange></TOCChapter></TOC>
<MainProvision><Chapter><ChapterTitle>第一章　総則</ChapterTitle>
 <Article><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
  <Paragraph><ParagraphNum/><ParagraphSentence><Sentence>次に定める。</Sentence><Sentence Function="proviso">ただし、<Ruby>塵<Rt>じん</Rt></Ruby>芥を除く。</Sentence></ParagraphSentence>
   <Item><ItemTitle>一</ItemTitle><ItemSentence><Column>法令</Column><Column>法律をいう。</Column></ItemSentence>
    <Subitem1><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>政令</Sentence></Subitem1Sentence></Subitem1></Item></Paragraph>
  <Paragraph><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>前項による。</Sentence></ParagraphSentence></Paragraph>
 </Article></Chapter></MainProvision>
<SupplProvision AmendLawNum="令和七年法律第二号"><SupplProvisionLabel>附　則</SupplProvisionLabel>
 <Paragraph><ParagraphNum>１</ParagraphNum><ParagraphCaption>（施行期日）</ParagraphCaption><ParagraphSentence><Sentence>公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<AppdxTable><AppdxTableTitle>別表第一</AppdxTableTitle><RelatedArticleNum>（第一条関係）</RelatedArticleNum>
 <TableStruct><Table><TableRow><TableColumn><Sentence>甲</Sentence></TableColumn><TableColumn><Sentence>乙</Sentence></TableColumn></TableRow></Table></TableStruct></AppdxTable>
</LawBody></Law>`), Options{}, EGovXML, `
title: 例法
title: 令和六年法律第一号
f: 目次⏎第一章　総則（第一条）
h2: «第一章»　総則
p caption: （目的）
h6: «第一条»
p: 次に定める。ただし、塵芥を除く。
f: じん
i2: «一»　法令　法律をいう。
i3: «イ»　政令
i1: «２»　前項による。
h1: «附　則»　（令和七年法律第二号）
p caption: （施行期日）
i1: «１»　公布の日から施行する。
h1: «別表第一»　（第一条関係）
t: 甲 | 乙
`)
}

// word makes a Word file of a body and the parts given by name.
func word(body string, parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	write := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?>%s`, text)
	}
	rels := ""
	for _, kind := range []string{"styles", "numbering", "footnotes", "header", "footer"} {
		if parts[kind] != "" {
			rels += fmt.Sprintf(`<Relationship Id="%s" Type="http://x/%s" Target="%s.xml"/>`, kind, kind, kind)
			write("word/"+kind+".xml", parts[kind])
		}
	}
	write("_rels/.rels", `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`)
	write("word/_rels/document.xml.rels", `<Relationships>`+rels+`</Relationships>`)
	write("word/document.xml", `<w:document><w:body>`+body+`</w:body></w:document>`)
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

const wordStyles = `<w:styles>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>
</w:styles>`

const wordNumbering = `<w:numbering>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalFullWidth"/><w:pStyle w:val="1"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1　"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="2"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="irohaFullWidth"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`

func wp(props, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func wnum(id, level int, text string) string {
	return wp(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id), text)
}

func TestDocx(t *testing.T) {
	body := wp(`<w:pStyle w:val="T"/>`, "推進計画") +
		wp(`<w:pStyle w:val="11"/>`, "第１　目的　1") +
		wp(`<w:pStyle w:val="1"/>`, "目的") + wp(`<w:pStyle w:val="2"/>`, "背景") + wp(`<w:pStyle w:val="2"/>`, "経緯") +
		wp(`<w:pStyle w:val="1"/>`, "施策") + wp(`<w:pStyle w:val="2"/>`, "点検") +
		wp(`<w:outlineLvl w:val="2"/>`, "公表") +
		wnum(2, 0, "甲") + wnum(2, 1, "子") + wnum(2, 1, "丑") + wnum(2, 2, "点") + wnum(2, 0, "乙") + wnum(2, 1, "寅") + wnum(3, 0, "丙") +
		`<w:p><w:r><w:t>本文</w:t><w:footnoteReference w:id="2"/><w:br/><w:t>続き</w:t><w:ruby><w:rt><w:r><w:t>かんり</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>管理</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>` +
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>隠</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + wp("", "見出") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + wp("", "左") + `</w:tc><w:tc>` + wp("", "右") + wp("", "下") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + wp("", "x") + `</w:tc><w:tc>` + wp("", "末") + `</w:tc></w:tr></w:tbl>` +
		`<w:tbl><w:tr><w:tc>` + wp("", "枠") + `</w:tc></w:tr></w:tbl>`
	data := word(body, map[string]string{
		"styles": wordStyles, "numbering": wordNumbering,
		"footnotes": `<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">` + wp("", "注の文") + `</w:footnote></w:footnotes>`,
		"header":    `<w:hdr>` + wp("", "（案）") + `</w:hdr>`,
		"footer":    `<w:ftr>` + wp("", "1") + `</w:ftr>`,
	})
	checkShow(t, data, Options{}, Docx, `
f: （案）
title: 推進計画
f: 第１　目的　1
h1: «第１»　目的
h2: «１.1» 背景
h2: «１.2» 経緯
h1: «第２»　施策
h2: «２.1» 点検
h3: 公表
i1: «①» 甲
i2: «（イ）» 子
i2: «（ロ）» 丑
i3: «●» 点
i1: «②» 乙
i2: «（イ）» 寅
i1: «①» 丙
p: 本文⏎続き管理
f: かんり
n: «1» 注の文
p: 12
t: 見出 |  // 左 | 右⏎下 //  | 末
p: 枠
f: 1
`)
}

func TestRevisions(t *testing.T) {
	data := word(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`+
		`<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:t>後</w:t></w:r></w:p>`+
		`<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>`, nil)
	checkShow(t, data, Options{}, Docx, "\np: 前新後\np: 甲\np: 乙\n")
	checkShow(t, data, Options{Revisions: Final}, Docx, "\np: 前新後\np: 甲\np: 乙\n")
	checkShow(t, data, Options{Revisions: Original}, Docx, "\np: 前旧\np: 後\np: 甲乙\n")
}

func TestHostile(t *testing.T) {
	bomb := word(wp("", strings.Repeat("あ", 4<<20)), nil)
	for _, c := range []struct {
		name string
		data []byte
		opt  Options
		want string
	}{
		{"zip bomb", bomb, Options{}, "times its size"},
		{"too many bytes", word(wp("", "あいうえお"), nil), Options{MaxBytes: 700}, "--max-bytes"},
		{"cut zip", bomb[:len(bomb)/2], Options{}, "it is no sound docx"},
		{"deep Word XML", word(strings.Repeat("<w:p>", 2000)+strings.Repeat("</w:p>", 2000), nil), Options{}, "raise it with --max-depth"},
		{"deep XML", []byte("<Law><LawBody>" + strings.Repeat("<a>", 5000)), Options{}, "raise it with --max-depth"},
		{"deep HTML", []byte("<html>" + strings.Repeat("<div>", 100000)), Options{}, "its elements are nested too deep"},
		{"broken XML", []byte("<Law><LawNum>一</LawBody>"), Options{}, "it is no sound egov-xml"},
		{"a zip of something else", []byte("PK\x03\x04xxxx"), Options{}, "it is no sound docx"},
		{"old Word", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xx"), Options{}, "save it as .docx or PDF"},
		{"unknown kind", []byte("あ"), Options{As: "odt"}, "use one of text, markdown"},
	} {
		_, err := Read("f", c.data, c.opt)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestTextFormat(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Format
	}{
		{"a.txt", "第１　総則\n本文", Text},
		{"a.txt", "# 計画\n\n## 目的\n", Markdown},
		{"a.md", "本文だけ", Markdown},
		{"-", "# 印\n本文", Text},
		{"-", "<p>断片</p>\n<p>二つ</p>", HTML},
		{"-", "<参考> 本文は次のとおり", Text},
		{"x", "<?xml version=\"1.0\"?><!DOCTYPE html><html>", HTML},
		{"x", "<DataRoot><Law Era=\"x\">\n<LawNum>", EGovXML},
	} {
		if got := textFormat(c.name, c.text); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.name, c.text, got, c.want)
		}
	}
}
