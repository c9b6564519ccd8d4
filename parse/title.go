package parse

import (
	"strings"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// decideTitles decides for every opening whether its first part is a heading
// or its text. Items of one list are looked at together: a short name with
// text below it is a heading, and so then is its sibling without; where all
// are short names with nothing below, they are the text of a plain list.
func (p *parser) decideTitles(open []*opening) {
	groups := map[groupKey][]*opening{}
	var order []groupKey
	for _, o := range open {
		if o.choice == nil || len(o.parts) == 0 {
			continue
		}
		k := groupKey{o.parent, o.choice.at.kind}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], o)
	}
	for _, k := range order {
		p.decideGroup(groups[k])
		p.decideBodies(groups[k])
	}
}

// decideBodies tells which headings of a list have the paragraph right under
// them as their own text: each that another one of the list follows, and the
// last where most of the others have text as well. Under the last name of a
// mere list, a paragraph may go on with what the list stands in.
func (p *parser) decideBodies(g []*opening) {
	bodies := 0
	for _, o := range g[:len(g)-1] {
		o.bodied = o.titled
		if len(o.parts) > 1 || p.parents[o] {
			bodies++
		}
	}
	last := g[len(g)-1]
	last.bodied = last.titled && 2*bodies >= len(g)-1
}

type groupKey struct {
	parent *opening
	kind   int
}

// A form is how the first part of an opening looks.
type form struct {
	sentence bool
	below    bool // parts or sections stand under it
	children bool // sections do
}

func (p *parser) decideGroup(g []*opening) {
	rule := p.titleRule(g[0])
	if rule != undecided {
		for _, o := range g {
			o.titled = rule == always || p.inContents(o)
		}
		return
	}
	high := p.kindOf(g[0]).Rank() < 40
	forms := make([]form, len(g))
	var named, sentences int // with text below, statements
	for i, o := range g {
		s := p.firstPart(o)
		forms[i] = form{isSentence(s) || introducesList(s) || !high && describesPersons(s) || !high && strings.Count(s, "、") >= 2 && utf8Len(s) > 45, p.partsBelow(o) || p.parents[o], p.parents[o]}
		switch {
		case forms[i].sentence:
			sentences++
		case forms[i].below:
			named++
		}
	}
	last := len(g) - 1
	// What follows the last item of a plain list goes on behind the list.
	if len(g) >= 3 && named == 1 && !forms[last].sentence && forms[last].below && !forms[last].children {
		named = 0
		p.leaveList(g[last])
	}
	for i, o := range g {
		switch {
		case p.inContents(o), o.choice.at.isHeading():
			o.titled = true
		case forms[i].sentence:
		case forms[i].below && (named > 1 || i < last || len(g) < 3):
			o.titled = true
		case named > 0:
			o.titled = 2*named >= sentences
		default:
			o.titled = high && sentences == 0
		}
	}
}

// partsBelow reports whether text stands under the first part; a remark to it
// (※…, （注）…) is none.
func (p *parser) partsBelow(o *opening) bool {
	for _, pt := range o.parts[1:] {
		text := p.src.Slice(p.flow.Lines[pt.first].Span)
		if !isRemark(text) {
			return true
		}
	}
	return false
}

// isRemark reads ※…, （※）…, 注）….
func isRemark(s string) bool {
	s = strings.TrimLeft(s, "（(")
	for _, w := range []string{"※", "注）", "注)", "注：", "注 ", "注　", "＊", "*"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// leaveList hands the parts behind the first to the section above.
func (p *parser) leaveList(o *opening) {
	if o.next == nil || o.next != o {
		o.owner = o.parent
	}
}

func (p *parser) kindOf(o *opening) marker.Kind { return p.marked(o).Marker.Kind }

// titleRule tells the kinds that always or never have a heading.
func (p *parser) titleRule(o *opening) rule {
	k := p.kindOf(o)
	if k == marker.Article {
		return never
	}
	if o.choice.at.isHeading() || p.cands[o.choice.cand].inferred != "" {
		return always
	}
	if p.src.Format == source.EGovXML { // a 号 may be a name, and is text all the same
		return never
	}
	if strings.HasPrefix(p.marked(o).Marker.Text, "[") { // a reference: [1] Author, title
		return never
	}
	switch k {
	case marker.Clause, marker.Item:
		return never
	case marker.Part, marker.Book, marker.Chapter, marker.Section, marker.Subsection, marker.Division:
		return always
	}
	for up := o.parent; up != nil && up.choice != nil; up = up.parent {
		if p.kindOf(up) == marker.Article {
			return never
		}
	}
	return undecided
}

type rule int

const (
	undecided rule = iota
	always
	never
)

// inContents reports whether a contents list names the opening.
func (p *parser) inContents(o *opening) bool {
	if len(p.named) == 0 {
		return false
	}
	title := p.firstPart(o)
	return p.named[plainHash(p.marked(o).Marker.Text+title)] || utf8Len(title) > 3 && p.named[plainHash(title)]
}

// firstPart is the text of the first part of an opening, without its marker.
func (p *parser) firstPart(o *opening) string {
	return p.headOf(o).String
}

// introducesList reads 次に掲げる事項, which is a statement that a list completes.
func introducesList(s string) bool {
	for _, w := range []string{"次に掲げる", "次の各号", "以下に掲げる", "次のいずれか"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// describesPersons reads 認定を取り消され、その日から２年を経過しない者, an item of a
// provision and no name.
func describesPersons(s string) bool {
	if utf8Len(s) < 20 {
		return false
	}
	return strings.HasSuffix(s, "る者") || strings.HasSuffix(s, "ない者") || strings.HasSuffix(s, "た者")
}

// isSentence tells a statement from a name: it ends a sentence, or ends the
// way plans end one without a stop (…すること, …を図る).
func isSentence(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, "。") || strings.HasSuffix(s, "。）") && strings.Count(s, "。") > 1 {
		return true
	}
	if i := strings.IndexRune(s, '。'); i >= 0 && stopsOutside(s) {
		return true
	}
	for _, end := range sentenceEnds {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return len(s) > 3*80
}

var sentenceEnds = []string{
	"ること", "ないこと", "たこと", "るもの", "たもの", "する", "した", "される", "された", "いる", "ある", "なる", "図る", "行う", "める", "進む", "います", "ます", "です", "ました", "ない", "れる", "せる", "とおり", "ください",
}

// stopsOutside reports whether a sentence ends outside all brackets.
func stopsOutside(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '（', '「', '(', '『', '【', '〔':
			depth++
		case '）', '」', ')', '』', '】', '〕':
			depth = max(depth-1, 0)
		case '。':
			if depth == 0 {
				return true
			}
		}
	}
	return false
}
