package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lonely is a line with nothing but a number on it, and perhaps dashes.
type lonely struct {
	line  int
	value int
	style string // the line with its digits masked: "#", "-#-", "＃"
}

// findPageNumbers sets the page numbers aside: numbers alone on their lines
// that count up from page to page.
func (p *parser) findPageNumbers() {
	groups := map[string][]lonely{}
	var styles []string
	for i := range p.lines {
		l := &p.lines[i]
		if l.Width > 12 || l.Block >= 0 {
			continue
		}
		if n, ok := readLonely(p.src.Slice(l.Span)); ok {
			n.line = i
			if groups[n.style] == nil {
				styles = append(styles, n.style)
			}
			groups[n.style] = append(groups[n.style], n)
		}
	}
	slices.SortStableFunc(styles, func(a, b string) int { return plainLast(a) - plainLast(b) })
	dressed := false // numbers with dashes or words are found
	for _, s := range styles {
		found := groups[s]
		if !p.arePageNumbers(found) {
			found = p.atPageEnds(found)
		}
		if isPlainStyle(s) && dressed && !p.atTurns(found) {
			continue // １ alone on its line is a heading's number then
		}
		if p.arePageNumbers(found) {
			dressed = dressed || len(found) > 1
			for _, n := range found {
				p.setAside(n.line, FurniturePageNumber, "a number alone on its line, counting up with the pages")
			}
		}
	}
}

// isPlainStyle tells bare digits from － 1 －, 1/10, 1 ページ.
func isPlainStyle(s string) bool { return s == "#" || s == "＃" }

func plainLast(s string) int {
	if isPlainStyle(s) {
		return 1
	}
	return 0
}

// atTurns reports whether most of the numbers stand at a form feed.
func (p *parser) atTurns(ns []lonely) bool {
	at := 0
	for _, n := range ns {
		if p.lines[n.line].Turn || n.line+1 < len(p.lines) && p.lines[n.line+1].Turn {
			at++
		}
	}
	return at*2 > len(ns)
}

// atPageEnds leaves, of lonely numbers that do not count up, those that the
// page itself tells from headings of the same look: a form feed follows, or the
// head that comes again on other pages.
func (p *parser) atPageEnds(ns []lonely) []lonely {
	again := p.linesBehind(ns)
	var out []lonely
	for _, n := range ns {
		next := n.line + 1
		end := next == len(p.lines)
		if end && len(out) > 0 && n.value == out[len(out)-1].value+1 || !end && (p.lines[next].Turn || again[maskedHash(p.src.Slice(p.lines[next].Span))] >= 3) {
			out = append(out, n)
		}
	}
	return out
}

// linesBehind counts the lines behind lonely numbers: running heads repeat.
func (p *parser) linesBehind(ns []lonely) map[uint64]int {
	again := map[uint64]int{}
	for _, n := range ns {
		if n.line+1 < len(p.lines) {
			again[maskedHash(p.src.Slice(p.lines[n.line+1].Span))]++
		}
	}
	return again
}

// readLonely reads 1, - 1 -, －１－, 1/10, P.1, 1 ページ.
func readLonely(s string) (lonely, bool) {
	var b strings.Builder
	var n lonely
	found := 0
	for i := 0; i < len(s); {
		r, k := utf8.DecodeRuneInString(s[i:])
		switch {
		case '0' <= r && r <= '9' || '０' <= r && r <= '９':
			v := 0
			mask := "#"
			if r > '9' {
				mask = "＃"
			}
			for i < len(s) {
				r, k = utf8.DecodeRuneInString(s[i:])
				if '０' <= r && r <= '９' {
					r -= '０' - '0'
				}
				if r < '0' || r > '9' {
					break
				}
				v = min(v*10+int(r-'0'), 1_000_000)
				i += k
			}
			found++
			if found == 1 {
				n.value = v
			}
			b.WriteString(mask)
			continue
		case unicode.IsSpace(r):
		default:
			b.WriteRune(r)
		}
		i += k
	}
	n.style = b.String()
	return n, found > 0 && pageStyles[n.style]
}

var pageStyles = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range []string{"#", "-#-", "－#－", "–#–", "―#―", "—#—", "−#−", "ー#ー", "~#~", "～#～", "(#)", "#/#", "#／#", "p.#", "P.#", "p#", "P#", "Page#", "page#", "#ページ", "#頁", "#/#ページ", "-#/#-", "［#］", "[#]", "<#>", "・#・", "#of#", "Page#of#"} {
		m[f] = true
		m[strings.ReplaceAll(f, "#", "＃")] = true
	}
	return m
}()

// arePageNumbers looks at the lonely numbers of one style: do they count up,
// and do they stand where pages end?
func (p *parser) arePageNumbers(ns []lonely) bool {
	if len(ns) == 0 {
		return false
	}
	up := 0
	for i := 1; i < len(ns); i++ {
		if ns[i].value == ns[i-1].value+1 {
			up++
		}
	}
	if up*10 < (len(ns)-1)*6 {
		return false
	}
	again := p.linesBehind(ns)
	score := p.evenly(ns)
	for _, n := range ns {
		if n.line+1 < len(p.lines) && again[maskedHash(p.src.Slice(p.lines[n.line+1].Span))] >= 2 {
			score++
			continue
		}
		score += p.pagePosition(n)
	}
	return score > 0
}

// evenly weighs how regularly the numbers come, the last page left out.
func (p *parser) evenly(ns []lonely) float64 {
	if len(ns) < 4 {
		return 0
	}
	var at []int
	for _, n := range ns[:len(ns)-1] {
		at = append(at, n.line)
	}
	if least, most := p.spread(at); least < 12 || most > least+least/4 {
		return 0
	}
	return float64(len(ns)) / 2
}

// pagePosition weighs whether a lonely number stands at a page's end and not
// above a heading's title.
func (p *parser) pagePosition(n lonely) float64 {
	l := &p.lines[n.line]
	s := 0.0
	plain := isPlainStyle(n.style)
	if !plain { // － 1 －, 1/40, 1 ページ: no heading looks so
		s += 0.6
	}
	last := n.line+1 == len(p.lines)
	if last || p.lines[n.line+1].Turn {
		s++
		if last {
			return s
		}
	}
	if l.Turn {
		s++
	}
	if n.line > 0 {
		before := &p.lines[n.line-1]
		switch {
		case before.EndsSentence():
		case before.Width >= 15: // the sentence goes on behind the number
			s++
		}
	}
	next := &p.lines[n.line+1]
	if plain && next.Width < 20 && !next.EndsSentence() && next.Blanks > 0 && !beginsMarked(p.src.Slice(next.Span)) {
		s--
	}
	return s
}

// isSpace is [unicode.IsSpace], quick for Japanese.
func isSpace(r rune) bool { return r <= 0x3000 && unicode.IsSpace(r) }

// squeezed drops all white space.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}
