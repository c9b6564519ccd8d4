package parse

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/reflow"
)

// Headings without a number stand alone: 現状と課題 between two paragraphs, short,
// a name and no statement. One such line may be anything; that lines of its
// form come several times in a document, or that it ends as headings do, is
// what makes a heading of it.

// leastAlone is the weight, in log-odds, from which a line that stands alone
// is taken for a heading.
const leastAlone = 2

// An alone is a line of the flow that stands alone, and what speaks for a
// heading in it.
type alone struct {
	score float64
	why   string
}

// findAlone weighs the lines that stand alone. Those that come again, and those
// that have others of their form beside them, weigh more.
func (p *parser) findAlone() {
	p.alone = map[int]alone{}
	again := map[uint64]int{}
	var at []int
	for i := range p.flow.Lines {
		if p.standsAlone(i) {
			at = append(at, i)
			again[plainHash(p.src.Slice(p.flow.Lines[i].Span))]++
		}
	}
	for _, i := range at {
		if again[plainHash(p.src.Slice(p.flow.Lines[i].Span))] < 2 && !p.endsAbove(i) && !p.isTop(i-1) { // the end of a name that was wrapped
			continue
		}
		p.alone[i] = p.weighAlone(i, again)
	}
	p.joinAlone(at)
	for _, i := range at {
		if p.headsAlone(i) && p.isTop(i-1) {
			p.alone[i-1] = alone{leastAlone, "a short line above another heading without a number"}
		}
	}
}

// joinAlone lets each of several lines speak for the others.
func (p *parser) joinAlone(at []int) {
	likely, good := 0, 0
	for _, a := range p.alone {
		if a.score >= 1 {
			likely++
		}
		if a.score >= leastAlone-0.5 {
			good++
		}
	}
	more := 0.0
	switch {
	case good >= 2 && likely >= 4:
		more = 1
	case good >= 2:
		more = 0.5
	}
	for _, i := range at {
		if a, ok := p.alone[i]; ok {
			p.alone[i] = alone{a.score + more, a.why}
		}
	}
}

// isTop reports whether line i may be the heading of several that stand alone,
// the first of which is right below it: 総論 above 計画の目的.
func (p *parser) isTop(i int) bool {
	return i >= 0 && p.flow.Lines[i].Layout == nil && p.isShort(i) && p.endsAbove(i) && isName(p.src.Slice(p.flow.Lines[i].Span))
}

// headsOthers reports whether line i is such a heading, or stands in the middle
// of the page.
func (p *parser) headsOthers(i int) bool {
	return p.headsAlone(i) && (p.isCentred(i) || p.headsAlone(i+1))
}

// headsAlone reports whether line i is taken for a heading because it stands
// alone.
func (p *parser) headsAlone(i int) bool { return p.alone[i].score >= leastAlone }

// standsAlone reports whether line i is a short name above a paragraph.
func (p *parser) standsAlone(i int) bool {
	return p.isShort(i) && p.beginsBelow(i) && isName(p.src.Slice(p.flow.Lines[i].Span))
}

// isShort reports whether line i is a short one that begins and ends as names
// may, without looking at its words.
func (p *parser) isShort(i int) bool {
	l := &p.flow.Lines[i]
	if l.Block >= 0 || l.Width < 2 || l.Width > 26 || l.Commas > 0 || l.Stops > 0 || l.Open > 0 || l.Close > 0 || l.Gaps || l.Bars || l.EndsSentence() || i+1 >= len(p.flow.Lines) {
		return false
	}
	if p.flow.Measure.Wrapped && l.Width > p.flow.Measure.Width*0.65 {
		return false
	}
	if l.First == '第' && beginsMarked(p.src.Slice(l.Span)) {
		return false
	}
	return (isKanji(l.First) || isKana(l.First) || isCapital(l.First)) && (isKanji(l.Last) || isKana(l.Last) || isCapital(l.Last))
}

func isCapital(r rune) bool { return 'A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ' }

// endsAbove reports whether nothing goes on from above line i: a sentence ends
// there, or a heading stands there.
func (p *parser) endsAbove(i int) bool {
	if i == 0 {
		return true
	}
	a := &p.flow.Lines[i-1]
	if a.Block >= 0 || a.EndsSentence() {
		return true
	}
	return p.opensLine(i-1) && (!p.flow.Measure.Wrapped || a.Right() < p.flow.Measure.Width*0.8) ||
		p.flow.Gap[i] > 0 && !p.flow.Crossed[i] && a.Right() < p.flow.Measure.Width*0.9 && a.Commas == 0
}

// beginsBelow reports whether a paragraph or an item begins under line i.
func (p *parser) beginsBelow(i int) bool {
	b := &p.flow.Lines[i+1]
	if b.Block >= 0 {
		return false
	}
	text := p.src.Slice(b.Span)
	if m, _ := marker.Read(text); m.Len > 0 {
		return m.Gap || m.Marker.Kind.IsBullet()
	}
	return b.EndsSentence() && b.Width > 12 || b.Commas+b.Stops > 0 || b.Width >= 20 && p.flow.Measure.Wrapped && b.Right() > p.flow.Measure.Width*0.8
}

// isName reports whether a line names something: it ends with a noun, and holds
// nothing that dates, addresses and captions hold.
func isName(s string) bool {
	tight := squeezed(s)
	last, _ := utf8.DecodeLastRuneInString(tight)
	if 0x3041 <= last && last <= 0x309F && !endsName(tight) {
		return false
	}
	if isReference(tight) || strings.ContainsAny(tight, "@＠：:／/＝=|-－“”\"…→⇒") {
		return false
	}
	for _, w := range provisionWords {
		if strings.Contains(tight, w) {
			return false
		}
	}
	return !isSentence(tight) && !isIssuer(tight) && !isNumberLine(tight) && !isAddressee(tight) && !isCaptionSign(s) && !(strings.Contains(tight, "年") && dateLine(s).ok)
}

// provisionWords stand in the items of provisions: 前項の規定による場合.
var provisionWords = []string{"場合", "前項", "同項", "前条", "同条", "各号", "前号", "る者", "た者", "る旨", "ない旨"}

// kanaEnds are the nouns in hiragana that headings end with.
var kanaEnds = []string{"について", "に向けて", "にむけて", "とは", "づくり", "まとめ", "取組み", "取り組み", "とりくみ", "見直し", "ねらい", "つながり", "まち", "くらし", "暮らし", "仕組み", "しくみ", "見通し", "あり方", "位置づけ", "手続き", "ため", "しごと", "こども", "子ども", "つくり", "流れ", "関わり", "かかわり", "支え合い", "学び", "目安", "住まい", "働き"}

func endsName(s string) bool {
	for _, w := range kanaEnds {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// weighAlone gives what speaks for a heading in line i.
func (p *parser) weighAlone(i int, again map[uint64]int) (out alone) {
	l, b := &p.flow.Lines[i], &p.flow.Lines[i+1]
	text := p.src.Slice(l.Span)
	var ev reflow.Evidence
	add := ev.Add
	if again[plainHash(text)] > 1 { // a term that is explained may come again as well
		add(1, "a short line that comes again above other paragraphs")
	}
	switch {
	case !p.flow.Measure.Wrapped || l.Layout != nil: // a page shows more of a heading than that
	case i > 0 && p.flow.Lines[i-1].EndsSentence():
		add(1, "a short line between two paragraphs")
	case p.isTop(i - 1):
		add(1, "a short line below another")
	case p.endsAbove(i):
		add(0.5, "a short line above a paragraph")
	}
	if endsHeading(squeezed(text)) {
		add(1.5, "a short line that ends as headings do")
	}
	if p.flow.Gap[i] > 0 && p.flow.Gap[i+1] > 0 && !p.flow.Measure.Separated {
		add(1, "a short line that blank lines set apart")
	} else if p.flow.Gap[i] > 0 {
		add(0.5, "a short line that a blank line sets apart")
	}
	if p.isCentred(i) {
		add(1.5, "a line in the middle of the page")
	} else if b.Lead >= l.Lead+0.7 {
		add(1, "a short line that stands out from the paragraph below")
	}
	if l.Width > 18 {
		add(-0.5, "")
	}
	return alone{ev.Score, ev.For}
}

// isCentred reports whether the text of line i has as much room on its left as
// on its right, and far more than a paragraph leaves.
func (p *parser) isCentred(i int) bool {
	l := &p.flow.Lines[i]
	right := p.flow.Measure.Width - l.Right()
	return p.flow.Measure.Wrapped && l.Lead >= 6 && right >= 4 && abs(l.Lead-right) <= 5
}

// endsHeading reports whether a name is, or ends with, what parts of plans are
// called.
func endsHeading(tight string) bool {
	for _, ends := range [...][]string{headingEnds, partEnds} {
		for _, w := range ends {
			if strings.HasSuffix(tight, w) {
				return true
			}
		}
	}
	return false
}

// partEnds are further words that such names end with; other names do as well.
var partEnds = []string{
	"施策", "取組", "取り組み", "取組み", "方向性", "方針", "目標", "数値目標", "成果指標", "評価指標", "理念", "将来像", "めざす姿", "目指す姿", "効果", "論点", "総括", "展望", "役割", "責務", "連携", "体制", "進め方", "あり方", "在り方", "見直し", "期間", "対象", "内容", "結果", "評価", "成果", "状況", "動向", "対応", "対策", "重要性", "必要性", "意義", "定義", "構成", "体系", "方法", "手順", "手続", "スケジュール",
}
