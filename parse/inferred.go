package parse

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/reflow"
)

// headingWords are headings by themselves, wherever they stand alone on a
// line.
var headingWords = map[string]bool{
	"はじめに": true, "おわりに": true, "終わりに": true, "さいごに": true, "最後に": true, "前文": true, "序文": true,
	"まえがき": true, "あとがき": true, "序論": true, "序": true, "結び": true, "むすび": true, "結論": true, "おわり": true,
	"参考文献": true, "引用文献": true, "参考資料": true, "用語集": true, "用語解説": true, "凡例": true, "改訂履歴": true, "改定履歴": true,
	"参考": true, "参照": true, "謝辞": true, "緒言": true, "巻末資料": true, "結語": true, "むすびに": true, "結びに": true, "はしがき": true,
	"目的": false, "趣旨": false, "背景": false, "概要": false, "要旨": false, "経緯": false, "定義": false, "総則": false, "用語の定義": false,
	"連絡先": false, "問い合わせ先": false, "お問い合わせ先": false, "留意事項": false,
}

// isHeadingWord reports whether a line is such a word. The less certain ones
// need more evidence.
func isHeadingWord(tight string) bool {
	return headingWords[strings.Trim(tight, "<>＜＞【】《》〈〉■◆●○◇□")]
}

var bracketPairs = [...][2]string{{"【", "】"}, {"＜", "＞"}, {"<", ">"}, {"《", "》"}, {"〈", "〉"}, {"≪", "≫"}, {"〔", "〕"}, {"［", "］"}, {"[", "]"}}

// whyBrackets is the reason of a heading in brackets.
const whyBrackets = "a line in brackets"

// bracketed reports whether a whole line stands in brackets that headings
// stand in: 【…】, ＜…＞.
func bracketed(s string) bool { return bracketPair(s) >= 0 }

func bracketPair(s string) int {
	for i, b := range bracketPairs {
		if strings.HasPrefix(s, b[0]) && strings.HasSuffix(strings.TrimRight(s, "：:"), b[1]) && strings.Count(s, b[0]) == 1 {
			return i
		}
	}
	return -1
}

// The kinds under which headings without a marker take part in the choice of
// levels.
const (
	kindWord  marker.Kind = "heading word"
	kindShort marker.Kind = "heading short"
	kindTop   marker.Kind = "heading top"
)

var bracketKinds = func() (k [len(bracketPairs)]marker.Kind) {
	for i, b := range bracketPairs {
		k[i] = marker.Kind("heading " + b[0] + b[1])
	}
	return k
}()

// bracketRank is the rank of headings in brackets.
const bracketRank = 47

// inferredRank is how high headings without a marker stand by custom: はじめに
// beside the chapters, 【…】 inside numbered sections.
func inferredRank(k marker.Kind) (int, bool) {
	switch {
	case k == kindWord:
		return 9, true
	case k == kindTop:
		return 16, true
	case k == kindShort:
		return 44, true
	case strings.HasPrefix(string(k), "heading "):
		return bracketRank, true
	}
	return 0, false
}

// inferred reads line i of the flow as a heading without a marker: what kind
// of heading, why, and how much speaks for it, in log-odds.
func (p *parser) inferred(i int, text string, ev reflow.Evidence) (k marker.Kind, why string, score float64) {
	l := &p.flow.Lines[i]
	if l.Width > 40 || l.EndsSentence() || l.Stops > 0 || ev.Score <= 0 && !p.isNamed(text) {
		return "", "", 0
	}
	tight := squeezed(text)
	s := min(ev.Score*0.5, 1.5)
	certain, word := headingWords[strings.Trim(tight, "<>＜＞【】《》〈〉■◆●○◇□")]
	switch {
	case p.isNamed(text):
		return kindWord, "the contents list names it", 4
	case word && certain:
		return kindWord, "a word that heads a section by itself", s + 2
	case word && (p.flow.Gap[i] > 0 || !p.flow.Measure.Wrapped):
		return kindShort, "a word that heads a section by itself", s + 0.5
	}
	if b := bracketPair(tight); b >= 0 && l.Width >= 3 && !isBox(tight) {
		return bracketKinds[b], whyBrackets, s + 0.5
	}
	if p.headsOthers(i) {
		return kindTop, p.alone[i].why, s + p.alone[i].score - leastAlone + 0.5
	}
	if p.headsAlone(i) {
		return kindShort, p.alone[i].why, s + p.alone[i].score - leastAlone
	}
	switch {
	case p.flow.Measure.Wrapped:
		return "", "", 0
	case p.headsText(i, tight):
		return kindShort, "a short name with a colon above a text", s - 0.5
	case p.namesText(i, tight):
		return kindShort, "a name that ends as headings do, above a text", s - 0.5
	}
	return "", "", 0
}

// headingEnds end the names of parts of a text, with what the part is about
// before them: 対象データの概要, 改定における特記事項.
var headingEnds = []string{
	"概要", "目的", "趣旨", "背景", "経緯", "要旨", "位置付け", "位置づけ", "考え方", "基本方針", "基本理念", "現状", "課題", "現状と課題",
	"留意事項", "特記事項", "注意事項", "免責事項", "遵守事項", "留意点", "変更点", "改正点", "適用範囲", "対象範囲", "実施体制", "推進体制",
}

// namesText reports whether line i, of a text with a paragraph a line, is the
// name of the text below it: it ends as headings do, behind の or a like
// particle, and stands between two sentences or below another heading.
func (p *parser) namesText(i int, tight string) bool {
	l := &p.flow.Lines[i]
	if l.Width > 30 || l.Commas > 0 || l.Open > 0 || l.Close > 0 || i == 0 || i+1 >= len(p.flow.Lines) || isReference(tight) {
		return false
	}
	above, below := &p.flow.Lines[i-1], &p.flow.Lines[i+1]
	if !above.EndsSentence() && !p.opensLine(i-1) || !below.EndsSentence() && below.Width < 30 {
		return false
	}
	for _, w := range headingEnds {
		if of, ok := strings.CutSuffix(tight, w); ok {
			return strings.HasSuffix(of, "の") || strings.HasSuffix(of, "る") || strings.HasSuffix(of, "た")
		}
	}
	return false
}

// opensLine reports whether line i begins with a number and is no sentence.
func (p *parser) opensLine(i int) bool {
	m, _ := marker.Read(p.src.Slice(p.flow.Lines[i].Span))
	return m.Len > 0 && !m.Marker.Kind.IsBullet() && !p.flow.Lines[i].EndsSentence()
}

// headsText reports whether line i names the text below it with a colon:
// short, no statement, no reference to a provision.
func (p *parser) headsText(i int, tight string) bool {
	l := &p.flow.Lines[i]
	if l.Width > 30 || l.Width < 2 || l.Commas > 0 || l.Open > 0 || isSentence(tight) || i+1 >= len(p.flow.Lines) || isReference(tight) {
		return false
	}
	return strings.HasSuffix(tight, "：") || strings.HasSuffix(tight, ":")
}

// isBox reports whether a line in brackets labels a box of examples or notes,
// after which the text goes on: it heads no section.
func isBox(tight string) bool {
	s := strings.TrimRight(tight, "】＞>》〉≫〕］]：:")
	for _, w := range []string{"例", "抜粋", "注", "参考", "ポイント", "コラム", "図", "表", "略", "備考", "補足"} {
		if strings.HasSuffix(s, w) {
			return s != "【凡例"
		}
	}
	return false
}

// labelsBox reports whether a marker in brackets is the label of a box that
// quotes a provision: ＜参考＞, with 法第20条 behind it or on the next line.
func (p *parser) labelsBox(i int, text string, r marker.Reading) bool {
	if !r.Marker.Kind.IsAnnex() || r.Marker.Number > 0 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(text); !strings.ContainsRune("＜<【〈《［[（(", first) {
		return false
	}
	rest := text[r.Len:]
	if rest == "" && i+1 < len(p.flow.Lines) && p.flow.Lines[i+1].Width < 40 {
		rest = p.src.Slice(p.flow.Lines[i+1].Span)
	}
	return strings.Contains(rest, "第") && strings.Contains(rest, "条") && !isSentence(rest)
}

// isReference reads 法第47条（第１項）, （略）, ※ and the like, which name a
// quotation and no section.
func isReference(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.Contains(s, "条") && strings.Contains(s, "第") || strings.Contains(s, "略") || strings.ContainsRune("※（(「『→⇒※・", first) || strings.Contains(s, "PDF") || strings.Contains(s, "http")
}
