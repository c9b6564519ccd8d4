package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"shinkyu/parse/source/internal/numeral"
)

// unmarked is the marker of an item that shows none.
const unmarked = "\x00"

func (r *reader) list(n node, c context) {
	r.flush()
	l := &list{depth: 1, ordered: n.name() == atom.Ol, style: n.attr("type"), next: 1, step: 1}
	if c.list != nil {
		l.depth = c.list.depth + 1
	}
	if _, reversed := n.lookup("reversed"); reversed {
		l.step = -1
		l.next = count(n)
	}
	if v, err := strconv.Atoi(n.attr("start")); err == nil {
		l.next = v
	}
	style := strings.ReplaceAll(n.attr("style"), " ", "")
	if s := listStyles[styleOf(style)]; s != "" {
		l.style = s
	}
	c.list, c.term = l, false
	r.children(n, c)
	r.flush()
}

func count(n node) int {
	items := 0
	for k := n.first(); k.some(); k = k.next() {
		if k.name() == atom.Li {
			items++
		}
	}
	return items
}

// styleOf gives the value of list-style or list-style-type.
func styleOf(style string) string {
	for decl := range strings.SplitSeq(style, ";") {
		if name, value, ok := strings.Cut(decl, ":"); ok && (name == "list-style" || name == "list-style-type") {
			return value
		}
	}
	return ""
}

// listStyles are the CSS counter styles, as the type attribute names them or
// as a name of ours.
var listStyles = map[string]string{
	"none": "none", "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
	"lower-roman": "i", "upper-roman": "I", "katakana": "ア", "katakana-iroha": "イ", "cjk-ideographic": "一",
	"cjk-decimal": "〇", "japanese-informal": "一",
}

// itemDepth is the depth of the list of which an item is open, from 1 for the
// outermost; 0 outside of items.
func (c context) itemDepth() int {
	if c.inItem && c.list != nil {
		return c.list.depth
	}
	return 0
}

func (r *reader) item(n node, c context) {
	r.flush()
	if c.list == nil {
		c.list = &list{depth: 1, next: 1, step: 1}
	}
	if v, err := strconv.Atoi(n.attr("value")); err == nil {
		c.list.next = v
	}
	style := c.list.style
	if s := n.attr("type"); s != "" {
		style = s
	}
	r.marker = marker(c.list.ordered, style, c.list.next)
	c.list.next += c.list.step
	c.inItem = true
	r.children(n, c)
	r.flush()
	r.marker = ""
}

func marker(ordered bool, style string, n int) string {
	switch {
	case style == "none":
		return unmarked
	case !ordered:
		return "・"
	}
	return inStyle(style, n) + "."
}

func inStyle(style string, n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	switch style {
	case "a":
		return numeral.Alphabetic(n, numeral.Latin)
	case "A":
		return strings.ToUpper(numeral.Alphabetic(n, numeral.Latin))
	case "i":
		return strings.ToLower(numeral.Roman(n))
	case "I":
		return numeral.Roman(n)
	case "ア":
		return numeral.Alphabetic(n, numeral.Gojuon)
	case "イ":
		return numeral.Alphabetic(n, numeral.Iroha)
	case "一":
		return numeral.Plain.Write(n)
	case "〇":
		return numeral.Numeric(n, numeral.Kanji)
	}
	return strconv.Itoa(n)
}

// HasOwnMarker is true of an item whose text has the sign or the number that
// the list would show: authors who write them hide those of the browser, and
// do not mean those of Markdown.
func HasOwnMarker(text, marker string) bool {
	if marker == "" {
		return false
	}
	text = strings.TrimLeft(text, " 　\u00a0")
	r := firstRune(strings.TrimLeft(text, "（("))
	if marker == "・" {
		return strings.ContainsRune("・•●○◎■□◆◇※＊*-–—▶➢✓①②③④⑤⑥⑦⑧⑨⑩", r) || startsNumbered(text)
	}
	return startsNumbered(text)
}

// startsNumbered is true of text that begins with an enumerator: （1）, 1., ①,
// ⅰ）, ア　, 第一, 一　.
func startsNumbered(text string) bool {
	text = strings.TrimLeft(text, "（(〔[")
	after := "）).．、　 〕]"
	if rest, ok := strings.CutPrefix(text, "第"); ok { // 第3章 is a marker, 3章構成 is not
		text, after = rest, after+"章節条項号"
	}
	n := 0
	for i, r := range text {
		switch {
		case '①' <= r && r <= '⓿', '⑴' <= r && r <= '⒛':
			return n == 0
		case n < 4 && (isDigit(r) || 'Ⅰ' <= r && r <= 'ⅿ' || strings.ContainsRune("一二三四五六七八九十", r)):
			n++
		case n == 0 && i == 0 && (0x30A2 <= r && r <= 0x30F3 || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'):
			n = 1
		default:
			return n > 0 && strings.ContainsRune(after, r)
		}
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }
