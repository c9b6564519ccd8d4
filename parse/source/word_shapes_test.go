package source

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// run is a run of text, with properties.
func run(props, text string) string {
	if props != "" {
		props = "<w:rPr>" + props + "</w:rPr>"
	}
	return "<w:r>" + props + "<w:t>" + text + "</w:t></w:r>"
}

// wpara is a paragraph of runs.
func wpara(runs ...string) string { return "<w:p>" + strings.Join(runs, "") + "</w:p>" }

// TestWordNumbering has the ways in which lists of ministries' templates count.
func TestWordNumbering(t *testing.T) {
	lvl := func(i, format, text string) string {
		return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	numbering := `<w:numbering>` +
		// 1: 第一章, and below it an article number in legal style: all its numbers in digits.
		`<w:abstractNum w:abstractNumId="0">` + lvl("0", "japaneseCounting", "第%1章") +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1-%2"/></w:lvl>` +
		// A third level that counts on across the second.
		`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlRestart w:val="0"/><w:suff w:val="nothing"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>` +
		// 2 stands for the definition of a list style.
		`<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/>` + lvl("0", "aiueoFullWidth", "%1") + `</w:abstractNum>` +
		// 3: as new versions of Word write a format that the old do not know; a bullet of another font.
		`<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice><w:numFmt w:val="decimalZero"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>` +
		lvl("1", "bullet", "&#xF021;") + lvl("2", "decimal", "100%") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>` +
		// 4: one list whose first level is its own; 5 goes on with 1, but begins at 7; 6 has no definition.
		`<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">` + lvl("0", "ideographTraditional", "%1案") + `</w:lvlOverride><w:lvlOverride w:ilvl="12"/></w:num>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="6"><w:abstractNumId w:val="99"/></w:num></w:numbering>`
	body := wnum(1, 0, "総則") + wnum(1, 1, "目的") + wnum(1, 2, "甲") + wnum(1, 1, "定義") + wnum(1, 2, "乙") +
		wnum(2, 0, "点検") + wnum(2, 0, "公表") +
		wnum(3, 0, "調査") + wnum(3, 1, "聞取り") + wnum(3, 2, "割合") +
		wnum(4, 0, "比較") + wnum(5, 0, "雑則") + wnum(5, 0, "罰則") + wnum(6, 0, "不明") +
		wnum(1, 9, "深すぎる") + wnum(1, 8, "深い") + wnum(0, 0, "番号なし")
	checkShow(t, word(body, map[string]string{"numbering": numbering}), Options{}, Docx, `
i1: «第一章» 総則
i2: «1-1» 目的
i3: «(a)»甲
i2: «1-2» 定義
i3: «(b)»乙
i1: «ア» 点検
i1: «イ» 公表
i1: «01.» 調査
i2: «•» 聞取り
i3: «100%» 割合
i1: «乙案» 比較
i1: «第七章» 雑則
i1: «第八章» 罰則
p: 不明
p: 深すぎる
p: 深い
p: 番号なし
`)
}

// TestWordLevelPassedOver: a list that begins at its second level counts as if
// its first had begun, and a style says its level where its paragraph does not.
func TestWordLevelPassedOver(t *testing.T) {
	body := wnum(1, 1, "背景") + wnum(1, 1, "経緯") + wp(`<w:pStyle w:val="1"/>`, "施策") + wp(`<w:pStyle w:val="2"/>`, "点検")
	checkShow(t, word(body, map[string]string{"styles": wordStyles, "numbering": wordNumbering}), Options{}, Docx, `
i2: «１.1» 背景
i2: «１.2» 経緯
h1: «第２»　施策
h2: «２.1» 点検
`)
}

// TestWordText has what stands in a run beside plain text.
func TestWordText(t *testing.T) {
	box := `<w:txbxContent>` + wp("", "囲みの文") + `</w:txbxContent>`
	body := wpara(run("", "電話"), `<w:r><w:noBreakHyphen/><w:t>03</w:t><w:tab/><w:t>右</w:t><w:cr/><w:t>次行</w:t><w:softHyphen/></w:r>`) +
		wpara(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>済み</w:t><w:sym w:char="25CB"/><w:sym w:char="zz"/></w:r>`) +
		wpara(run("", "表"), run(`<w:vanish/>`, "内部の注記"), run(`<w:vanish w:val="0"/>`, "裏")) +
		wpara(run("", "前"), `<w:hyperlink>`+run("", "リンク")+`</w:hyperlink><w:smartTag>`+run("", "地名")+`</w:smartTag>`) +
		// A text box is written twice, for new and for old programs, and shown once.
		wpara(run("", "図"), `<w:r><mc:AlternateContent><mc:Choice><w:drawing>`+box+`</w:drawing></mc:Choice><mc:Fallback><w:pict>`+box+`</w:pict></mc:Fallback></mc:AlternateContent></w:r>`) +
		wpara(run("", "絵"), `<w:r><w:pict>`+box+`</w:pict></w:r>`) +
		wpara(`<mc:AlternateContent><mc:Fallback>`+run("", "旧版のみ")+`</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>`) +
		`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + wp("", "第１　目的　1") + `</w:sdtContent></w:sdt>` +
		`<w:sdt><w:sdtContent>` + wp("", "記入欄") + `</w:sdtContent></w:sdt><w:sdt/>` +
		`<w:customXml>` + wp("", "様式") + `</w:customXml><mc:AlternateContent><mc:Choice>` + wp("", "新") + `</mc:Choice></mc:AlternateContent>` +
		wpara(`<w:r><w:br w:type="page"/><w:t>改頁の後</w:t></w:r>`) +
		wpara(`<w:r><w:fldChar w:fldCharType="end"/><w:t>閉じただけの欄</w:t></w:r>`)
	checkShow(t, word(body, nil), Options{}, Docx, "\n"+
		"p: 電話\u201103\t右⏎次行\u00AD\n"+`p: ✓済み○
p: 表裏
f: 内部の注記
p: 前リンク地名
p: 図
p: 囲みの文
p: 絵
p: 囲みの文
p: 旧版のみ
f: 第１　目的　1
p: 記入欄
p: 様式
p: 新
p: 改頁の後
p: 閉じただけの欄
`)
}

// TestWordTables has a table in a cell, a note in a cell, a caption above a
// table and one below a figure, and rows and paragraphs that a tracked change
// adds or takes away.
func TestWordTables(t *testing.T) {
	cell := func(s string) string { return "<w:tc>" + s + "</w:tc>" }
	row := func(props string, cells ...string) string {
		return "<w:tr>" + props + strings.Join(cells, "") + "</w:tr>"
	}
	inner := "<w:tbl>" + row("", cell(wp("", "小")), cell(wp("", "計"))) + "</w:tbl>"
	styles := `<w:styles><w:style w:type="paragraph" w:styleId="C"><w:name w:val="図表番号"/></w:style><w:style w:type="character" w:styleId="X"><w:name w:val="heading 1"/></w:style></w:styles>`
	caption := func(s string) string { return wp(`<w:pStyle w:val="C"/>`, s) }
	body := caption("図１　体制") + wp("", "本文") + caption("表１　予定") +
		"<w:tbl>" + row("", cell(wp("", "年度")), cell(wp("", "内訳"))) +
		row("<w:trPr><w:ins/></w:trPr>", cell(wp("", "加えた行")), cell(wp("", "新"))) +
		row("<w:trPr><w:del/></w:trPr>", cell(wp("", "消した行")), cell(wp("", "旧"))) +
		row("", cell(wpara(run("", "令和６"), `<w:r><w:footnoteReference w:id="1"/><w:footnoteReference w:id="9"/></w:r>`)), cell(inner+wp("", "円"))) + "</w:tbl>" +
		`<w:ins>` + wp("", "加えた段落") + `</w:ins><w:del>` + wp("", "消した段落") + `</w:del>` +
		`<w:p><w:pPr><w:outlineLvl w:val="1"/><w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr>` + run("", "見出しにした行") + `</w:p>` +
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("", "表の前で途切れる段落") + `</w:p><w:tbl>` + row("", cell(wp("", "枠"))) + `</w:tbl>`
	data := word(body, map[string]string{
		"styles":    styles,
		"footnotes": `<w:footnotes><w:footnote w:id="1">` + wp("", "暫定値") + `</w:footnote></w:footnotes>`,
	})
	checkShow(t, data, Options{}, Docx, `
p: 図１　体制
p: 本文
p caption: 表１　予定
t: 年度 | 内訳 // 加えた行 | 新 // 令和６ | 小 計⏎円
n: «1» 暫定値
p: 加えた段落
h2: 見出しにした行
p: 表の前で途切れる段落
p: 枠
`)
	checkShow(t, data, Options{Revisions: Original}, Docx, `
p: 図１　体制
p: 本文
p caption: 表１　予定
t: 年度 | 内訳 // 消した行 | 旧 // 令和６ | 小 計⏎円
n: «1» 暫定値
p: 消した段落
p: 見出しにした行
p: 表の前で途切れる段落
p: 枠
`)
}

// TestWordPackage reads zip archives that are no Word document, or hold it in
// a place of their own.
func TestWordPackage(t *testing.T) {
	pack := func(parts ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := 0; i < len(parts); i += 2 {
			w, err := z.Create(parts[i])
			if err == nil {
				_, err = w.Write([]byte(parts[i+1]))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	rels := func(target string) string {
		return `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="` + target + `"/></Relationships>`
	}
	body := `<w:document><w:body>` + wp("", "本文") + `</w:body></w:document>`
	src, err := Read("f", pack("_rels/.rels", rels("/word/document2.xml"), `word\document2.xml`, body,
		"docProps/core.xml", `<cp:coreProperties><dc:title>推進計画</dc:title></cp:coreProperties>`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if show(src) != "p: 本文\n" {
		t.Errorf("a document part of another name gives %q", show(src))
	}
	src, err = Read("f", pack("word/document.xml", body), Options{})
	if err != nil || show(src) != "p: 本文\n" {
		t.Errorf("a file without relations: %v", err)
	}
	many := make([]string, 0, 40_100)
	for range 20_050 {
		many = append(many, "x", "")
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a workbook", pack("_rels/.rels", rels("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>"), "an Office file of another kind (xl)"},
		{"an archive", pack("a.txt", "x"), "holds no Word document"},
		{"no body", pack("word/document.xml", "<w:document/>"), "has no body"},
		{"broken relations", pack("_rels/.rels", "<Relationships>", "word/document.xml", body), "_rels/.rels"},
		{"crossed elements", pack("word/document.xml", "<w:document>\n<w:body></w:document>"), "unexpected end element"},
		{"broken styles", pack("word/document.xml", body, "word/_rels/document.xml.rels",
			`<Relationships><Relationship Id="s" Type="http://x/styles" Target="styles.xml"/></Relationships>`, "word/styles.xml", "<w:styles"), "word/styles.xml"},
		{"many entries", pack(many...), "entries"},
	} {
		_, err := Read("f", c.data, Options{As: Docx})
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}
