package parse_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/reflow"
)

// A genNode is a section of a made document: a heading with paragraphs and
// parts, or an item whose text is its only paragraph.
type genNode struct {
	title      string // empty for an item
	paragraphs []string
	parts      []*genNode
	after      []string // paragraphs after the parts
	plain      bool     // the heading has no number
}

// A genStyle is how a made document is printed.
type genStyle struct {
	seed       uint64
	width      int // em
	markers    []func(i int, up []int) string
	gap        string // between marker and title
	indent     int    // em by which each level stands further in
	hang       int    // em by which the text of an item stands in from its marker
	first      int    // em by which the first line of a paragraph stands in
	keepIndent bool   // leading white space is there
	asciiLead  bool   // it is written with ASCII spaces
	page       int    // lines of a page; 0 for none
	feed       bool   // pages end with a form feed
	number     func(n int) string
	head       string // running head
	blanks     bool   // blank lines between paragraphs
	headBlank  bool   // blank lines around headings
	padNumber  bool   // blank lines around page numbers
	apart      bool   // top-level marker on a line of its own
	pushOut    bool   // kinsoku: take the character before along, rather than hang
	unwrapped  bool   // a paragraph a line
	contents   bool
}

func (s genStyle) String() string {
	return fmt.Sprintf("seed %d width %d gap %q indent %d hang %d first %d kept %v ascii %v page %d feed %v head %q blanks %v headBlank %v pad %v apart %v push %v unwrapped %v contents %v",
		s.seed, s.width, s.gap, s.indent, s.hang, s.first, s.keepIndent, s.asciiLead, s.page, s.feed, s.head, s.blanks, s.headBlank, s.padNumber, s.apart, s.pushOut, s.unwrapped, s.contents)
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if '!' <= r && r <= '~' {
			return r + 0xFEE0
		}
		return r
	}, s)
}

func nth(s string, i int) string {
	r := []rune(s)
	return string(r[i%len(r)])
}

func kanjiOf(n int) string {
	d := []rune("〇一二三四五六七八九")
	switch {
	case n < 10:
		return string(d[n])
	case n < 20:
		return "十" + strings.TrimPrefix(string(d[n-10]), "〇")
	default:
		return string(d[n/10]) + "十" + strings.TrimPrefix(string(d[n%10]), "〇")
	}
}

// The markers of made documents, by name.
var genMarkers = map[string]func(i int, up []int) string{
	"章":   func(i int, _ []int) string { return fmt.Sprintf("第%d章", i) },
	"章全":  func(i int, _ []int) string { return fullWidth(fmt.Sprintf("第%d章", i)) },
	"章漢":  func(i int, _ []int) string { return "第" + kanjiOf(i) + "章" },
	"節":   func(i int, _ []int) string { return fmt.Sprintf("第%d節", i) },
	"節漢":  func(i int, _ []int) string { return "第" + kanjiOf(i) + "節" },
	"第":   func(i int, _ []int) string { return fmt.Sprintf("第%d", i) },
	"第全":  func(i int, _ []int) string { return "第" + fullWidth(fmt.Sprint(i)) },
	"Ⅰ":   func(i int, _ []int) string { return nth("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", i-1) },
	"Ⅰ.":  func(i int, _ []int) string { return nth("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", i-1) + "．" },
	"1":   func(i int, _ []int) string { return fmt.Sprint(i) },
	"１":   func(i int, _ []int) string { return fullWidth(fmt.Sprint(i)) },
	"1.":  func(i int, _ []int) string { return fmt.Sprintf("%d.", i) },
	"１．":  func(i int, _ []int) string { return fullWidth(fmt.Sprintf("%d.", i)) },
	"1)":  func(i int, _ []int) string { return fmt.Sprintf("%d)", i) },
	"１）":  func(i int, _ []int) string { return fullWidth(fmt.Sprintf("%d)", i)) },
	"(1)": func(i int, _ []int) string { return fmt.Sprintf("(%d)", i) },
	"（１）": func(i int, _ []int) string { return fullWidth(fmt.Sprintf("(%d)", i)) },
	"⑴":   func(i int, _ []int) string { return nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿", i-1) },
	"①":   func(i int, _ []int) string { return nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫", i-1) },
	"ア":   func(i int, _ []int) string { return nth("アイウエオカキクケコ", i-1) },
	"（ア）": func(i int, _ []int) string { return "（" + nth("アイウエオカキクケコ", i-1) + "）" },
	"ⅰ）":  func(i int, _ []int) string { return nth("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ", i-1) + "）" },
	"(i)": func(i int, _ []int) string {
		return "(" + []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}[(i-1)%12] + ")"
	},
	"a)":    func(i int, _ []int) string { return nth("abcdefghij", i-1) + ")" },
	"一":     func(i int, _ []int) string { return kanjiOf(i) },
	"（一）":   func(i int, _ []int) string { return "（" + kanjiOf(i) + "）" },
	"・":     func(int, []int) string { return "・" },
	"○":     func(int, []int) string { return "○" },
	"1.1":   func(i int, up []int) string { return joinNumbers(up, i, ".") },
	"1-1":   func(i int, up []int) string { return joinNumbers(up, i, "-") },
	"１－１":   func(i int, up []int) string { return fullWidth(joinNumbers(up, i, "-")) },
	"問":     func(i int, _ []int) string { return fmt.Sprintf("問%d", i) },
	"(1-1)": func(i int, up []int) string { return "(" + joinNumbers(up[len(up)-1:], i, "-") + ")" },
}

func joinNumbers(up []int, i int, sep string) string {
	var b strings.Builder
	for _, n := range up {
		fmt.Fprintf(&b, "%d%s", n, sep)
	}
	return b.String() + fmt.Sprint(i)
}

// genSets are marker hierarchies as documents have them.
var genSets = [][]string{
	{"章", "節", "１", "（１）", "①"},
	{"章全", "１", "（１）", "①", "ア"},
	{"章漢", "節漢", "１", "（１）", "ア"},
	{"第", "1", "（１）", "ア", "（ア）"},
	{"第全", "１", "（１）", "①", "ⅰ）"},
	{"Ⅰ", "１", "（１）", "①", "・"},
	{"Ⅰ.", "１．", "（１）", "①", "○"},
	{"1.", "1.1", "1.1", "(1)", "①"},
	{"1", "1-1", "1-1", "①", "・"},
	{"１", "１－１", "（１）", "①", "ア"},
	{"１", "(1)", "①", "ⅰ）", "・"},
	{"１．", "（１）", "①", "ア", "・"},
	{"1.", "(1)", "1)", "a)", "・"},
	{"一", "（一）", "１", "（１）", "・"},
	{"１", "⑴", "ア", "（ア）", "・"},
	{"1", "(1)", "(i)", "a)", "・"},
}

// Words of made sentences. They are common phrases of policy writing.
var (
	genSubjects = []string{"国は", "関係府省庁は", "地方公共団体は", "事業者においては", "各機関は", "本計画では", "デジタル庁は", "市は", "府は"}
	genObjects  = []string{"人材の育成", "情報システムの整備", "データの利活用", "災害に強いまちづくり", "中小企業への支援", "AI の活用", "IoT 機器の安全確保", "住民サービスの向上", "地域公共交通の維持", "Society 5.0 の実現", "脱炭素社会の実現", "医療提供体制の確保", "24時間の相談対応", "3つの柱", "（仮称）基本条例の検討", "「共生社会」の理念", "子育て世帯への支援", "100億円規模の投資", "2030年度までの目標"}
	genLinks    = []string{"を図るとともに、", "について検討し、", "を踏まえつつ、", "に向けて、", "を通じて、", "と連携して、", "の観点から、", "（以下同じ。）を含め、", "に関する取組として、", "のため、"}
	genEnds     = []string{"を推進する。", "に取り組む。", "を図る。", "の強化に努めるものとする。", "を着実に実施する。", "を検討する。", "が求められている。", "について必要な措置を講ずる。", "が重要である。"}
	genOpeners  = []string{"また、", "なお、", "さらに、", "このため、", "特に、", "具体的には、", "", "", "", "", ""}
	genTitles   = []string{"の推進", "の強化", "の基本的な考え方", "に関する取組", "の現状と課題", "に向けた方策", "の確保", "の体制", "の促進等"}
	genTopics   = []string{"サイバーセキュリティ", "地域公共交通", "人材育成", "データ連携基盤", "脱炭素", "防災・減災", "子ども・子育て", "観光", "医療・介護", "ＤＸ", "研究開発", "国際協力", "インフラの老朽化対策", "オープンデータ", "行政手続のオンライン化", "多文化共生", "食料安全保障", "SBOM"}
)

// A genRand makes the text of a document.
type genRand struct{ *rand.Rand }

func pick[T any](r *rand.Rand, s []T) T { return s[r.IntN(len(s))] }

func (g genRand) sentence() string {
	var b strings.Builder
	b.WriteString(pick(g.Rand, genSubjects))
	b.WriteString("、")
	for range 1 + g.IntN(3) {
		b.WriteString(pick(g.Rand, genObjects) + pick(g.Rand, genLinks))
	}
	b.WriteString(pick(g.Rand, genObjects) + pick(g.Rand, genEnds))
	return b.String()
}

func (g genRand) paragraph() string {
	var b strings.Builder
	for i := range 1 + g.IntN(4) {
		if i > 0 {
			b.WriteString(pick(g.Rand, genOpeners))
		}
		b.WriteString(g.sentence())
	}
	return b.String()
}

func (g genRand) title() string {
	t := pick(g.Rand, genTopics)
	for g.IntN(3) == 0 {
		t += pick(g.Rand, []string{"及び", "・", "と", "、"}) + pick(g.Rand, genTopics)
	}
	return t + pick(g.Rand, genTitles)
}

// tree makes n sections at a level, with levels below.
func (g genRand) tree(levels int) []*genNode {
	var out []*genNode
	for range 2 + g.IntN(3) {
		n := &genNode{title: g.title()}
		for range g.IntN(3) {
			n.paragraphs = append(n.paragraphs, g.paragraph())
		}
		switch {
		case levels > 1 && g.IntN(4) > 0:
			n.parts = g.tree(levels - 1)
		case levels <= 1 && g.IntN(3) == 0:
			n.paragraphs = append(n.paragraphs, "以下の点に取り組む。")
			for range 2 + g.IntN(3) {
				n.parts = append(n.parts, &genNode{paragraphs: []string{g.sentence()}})
			}
		}
		if len(n.paragraphs) == 0 && len(n.parts) == 0 {
			n.paragraphs = append(n.paragraphs, g.paragraph())
		}
		out = append(out, n)
	}
	return out
}

// A genPrinter prints a made document line by line.
type genPrinter struct {
	genStyle
	lines      []string
	body       int // lines since the page began
	pageNo     int
	headings   counted
	items      counted
	paragraphs counted
	prefix     string // of the next line: a form feed
}

func (p *genPrinter) line(lead int, s string) {
	if p.page > 0 && p.body >= p.page {
		p.turn()
	}
	if p.keepIndent && s != "" {
		if p.asciiLead {
			s = strings.Repeat(" ", 2*lead) + s
		} else {
			s = strings.Repeat("　", lead) + s
		}
	}
	p.lines = append(p.lines, p.prefix+s)
	p.prefix = ""
	p.body++
}

func (p *genPrinter) blank() {
	if n := len(p.lines); n > 0 && p.lines[n-1] != "" && p.body > 0 {
		p.lines = append(p.lines, "")
		p.body++
	}
}

func (p *genPrinter) turn() {
	p.pageNo++
	if p.padNumber {
		p.lines = append(p.lines, "")
	}
	if p.number != nil {
		p.lines = append(p.lines, p.number(p.pageNo))
	}
	if p.padNumber {
		p.lines = append(p.lines, "")
	}
	p.body = 0
	if p.feed {
		p.prefix = "\f"
	}
	if p.head != "" {
		p.lines = append(p.lines, p.prefix+p.head)
		p.prefix = ""
		if p.padNumber {
			p.lines = append(p.lines, "")
		}
	}
}

const (
	noStart = "、。，．）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・：；？！"
	noEnd   = "（「『【〔"
)

// wrap breaks a text into lines of at most width em (the first of them less
// by less), as Japanese typesetting does.
func (p *genPrinter) wrap(s string, first, rest float64) []string {
	if p.unwrapped {
		return []string{s}
	}
	var out []string
	limit := first
	start, w := 0, 0.0
	for i, r := range s {
		e := reflow.Em(r)
		if w+e > limit && i > start {
			hang := strings.ContainsRune(noStart, r)
			if hang && !p.pushOut && w+e <= limit+1 {
				w += e
				continue
			}
			cut := i
			for k := 0; k < 3; k++ {
				prev, n := utf8.DecodeLastRuneInString(s[start:cut])
				here, _ := utf8.DecodeRuneInString(s[cut:])
				if cut-n > start && (strings.ContainsRune(noEnd, prev) || strings.ContainsRune(noStart, here) || isASCIIWord(prev) && isASCIIWord(here)) {
					cut -= n
					continue
				}
				break
			}
			out = append(out, strings.TrimRight(s[start:cut], " "))
			for cut < len(s) && s[cut] == ' ' {
				cut++
			}
			start, limit = cut, rest
			w = 0
			for _, q := range s[min(start, i):i] {
				w += reflow.Em(q)
			}
		}
		w += e
	}
	return append(out, strings.TrimRight(s[start:], " "))
}

func isASCIIWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

func (p *genPrinter) paragraph(lead int, s string) {
	p.paragraphs[tight(s)]++
	if p.blanks {
		p.blank()
	}
	full := float64(p.width - lead)
	for i, l := range p.wrap(s, full-float64(p.first), full) {
		if i == 0 {
			p.line(lead+p.first, l)
			continue
		}
		p.line(lead, l)
	}
}

func (p *genPrinter) nodes(nodes []*genNode, depth int, up []int) {
	for i, n := range nodes {
		marker := ""
		if !n.plain {
			marker = p.markers[depth](i+1, up)
		}
		lead := p.indent * depth
		key := fmt.Sprintf("%d %s|%s", depth, marker, tight(n.title))
		text := n.title
		if n.title == "" {
			p.items[key]++
			text = n.paragraphs[0]
			p.paragraphs[tight(text)]++
		} else {
			p.headings[key]++
		}
		if p.headBlank && (n.title != "" || p.blanks) || p.blanks {
			p.blank()
		}
		p.heading(marker, text, lead, depth)
		if p.headBlank && n.title != "" {
			p.blank()
		}
		rest := n.paragraphs
		if n.title == "" {
			rest = rest[1:]
		}
		for _, s := range rest {
			p.paragraph(lead+p.hang, s)
		}
		p.nodes(n.parts, depth+1, append(up[:len(up):len(up)], i+1))
		for _, s := range n.after {
			p.paragraph(lead+p.hang, s)
		}
	}
}

func (p *genPrinter) heading(marker, text string, lead, depth int) {
	if p.apart && depth == 0 {
		p.line(lead, marker)
		p.blank()
		for _, l := range p.wrap(text, float64(p.width-lead), float64(p.width-lead)) {
			p.line(lead, l)
		}
		return
	}
	full := float64(p.width - lead)
	if marker != "" {
		marker += p.gap
	}
	for j, l := range p.wrap(marker+text, full, full-float64(p.hang)) {
		if j == 0 {
			p.line(lead, l)
			continue
		}
		p.line(lead+p.hang, l)
	}
}

// print gives the text of a made document and what it holds.
func printGen(s genStyle, title string, intro []string, nodes []*genNode) (string, *genPrinter) {
	p := &genPrinter{genStyle: s, headings: counted{}, items: counted{}, paragraphs: counted{}}
	p.line(0, title)
	p.line(0, "令和５年４月１日")
	p.line(0, "基本政策推進本部決定")
	p.blank()
	for _, x := range intro {
		p.paragraph(0, x)
	}
	p.nodes(nodes, 0, nil)
	if p.number != nil && p.page > 0 {
		p.turn()
		if p.head != "" {
			p.lines = p.lines[:len(p.lines)-1]
		}
	}
	return strings.Join(p.lines, "\n") + "\n", p
}
