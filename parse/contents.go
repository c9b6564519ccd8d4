package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// findContents sets contents lists aside, and keeps what they name: a line of
// the text that a contents list names is a heading.
func (p *parser) findContents() {
	p.named = map[uint64]bool{}
	for i := 0; i < len(p.lines); i++ {
		if p.roles[i] != roleText {
			continue
		}
		switch {
		case p.isContentsTitle(i) && i+1 < len(p.lines) && p.roles[i+1] == roleFurniture && p.furniture[i+1].kind == FurnitureContents:
			p.setAside(i, FurnitureContents, "the title of a contents list")
		case p.isContentsTitle(i):
			if end := p.contentsEnd(i + 1); end > i+1 {
				if p.givesPlaces(i+1, end) {
					p.setContents(i, end)
				} else {
					p.keepContents(i, end)
				}
				i = end - 1
			}
		case p.leadered(i):
			if end := p.leaderedEnd(i); end >= i+3 && p.namesHeadings(i, end) {
				p.setContents(i, end)
				i = end - 1
			}
		}
	}
}

func (p *parser) isContentsTitle(i int) bool {
	l := &p.lines[i]
	if l.Width > 12 {
		return false
	}
	if i > 0 && p.lines[i-1].Width <= 4 && p.roles[i-1] == roleText { // the title of a section: ２ 目次
		if m, _ := marker.Read(p.src.Slice(p.lines[i-1].Span)); m.Len == p.lines[i-1].Span.Len() {
			return false
		}
	}
	switch strings.Trim(squeezed(p.src.Slice(l.Span)), "【】＜＞《》<>[]〔〕－-―—■◆〇○●") {
	case "目次", "もくじ", "目次（案）", "総目次", "CONTENTS", "Contents", "目録":
		return true
	}
	return false
}

func (p *parser) setContents(from, end int) {
	for i := from; i < end; i++ {
		if p.roles[i] != roleText || p.inTable(i) {
			continue
		}
		p.setAside(i, FurnitureContents, "part of a contents list")
		p.contents = append(p.contents, i)
	}
}

// inTable reports whether a line stands in a table of the format, which is
// kept whole.
func (p *parser) inTable(i int) bool {
	b := p.lines[i].Block
	return b >= 0 && p.blocks[b].Kind == source.BlockTable
}

// nameContents notes what the contents lists name.
func (p *parser) nameContents() {
	for _, i := range p.contents {
		if p.isContentsTitle(i) {
			continue
		}
		for _, h := range p.entryHashes(i) {
			p.named[h] = true
		}
	}
}

// contentsEnd gives the line after a contents list whose entries begin at i:
// entries have leaders and a page number, or come again further down.
func (p *parser) contentsEnd(i int) int {
	p.indexLines()
	end, misses, leaders := i, 0, 0
	seen := map[uint64]bool{}
	for j := i; j < len(p.lines) && misses < 3; j++ {
		if p.roles[j] != roleText {
			continue
		}
		if lead := p.leadered(j); !lead && p.repeats(j, seen) {
			break // the text itself begins
		} else if lead || len(seen) == 0 {
			for _, h := range p.entryHashes(j) {
				seen[h] = true
			}
		}
		switch {
		case p.leadered(j):
			leaders++
			end, misses = j+1, 0
		case p.comesAgain(j) || p.isContentsTitle(j):
			end, misses = j+1, 0
		case p.isPreamble(j): // part of the list where entries follow
		case p.wrappedEntry(j) > 0:
			j = p.passEntry(j)
			end, misses = j+1, 0
		case leaders > 0 && p.lines[j].Width < 40 && !p.lines[j].EndsSentence():
			misses++ // the first line of a long entry
		default:
			misses = 3
		}
	}
	return end
}

// passEntry gives the last line of an entry that runs over several from line i
// on.
func (p *parser) passEntry(i int) int {
	if p.entryGoesOn == nil {
		p.entryGoesOn = map[int]bool{}
	}
	end := i + p.wrappedEntry(i) - 1
	for j := i + 1; j <= end; j++ {
		p.entryGoesOn[p.lines[j].Index] = true
	}
	return end
}

// repeats reports whether line i is an entry that was seen before.
func (p *parser) repeats(i int, seen map[uint64]bool) bool {
	for _, h := range p.entryHashes(i) {
		if seen[h] {
			return true
		}
	}
	return false
}

// leaderedEnd gives the line after the run of entries with leaders that line
// i begins.
func (p *parser) leaderedEnd(i int) int {
	end, misses := i, 0
	for j := i; j < len(p.lines) && misses < 2; j++ {
		if p.roles[j] != roleText {
			continue
		}
		if p.leadered(j) {
			end, misses = j+1, 0
		} else {
			misses++
		}
	}
	return end
}

// namesHeadings tells a contents list without a title from a table whose last
// column has numbers: its entries have leaders, numbers of their own, or come
// again further down.
func (p *parser) namesHeadings(from, end int) bool {
	entries, named := 0, 0
	for i := from; i < end; i++ {
		if p.roles[i] != roleText {
			continue
		}
		entries++
		s := p.src.Slice(p.lines[i].Span)
		if e, _ := cutPageNumber(s); e.leaders >= 3 && !e.spaced || beginsMarked(s) || p.comesAgainLater(i) {
			named++
		}
	}
	return named*2 >= entries
}

// comesAgainLater is [parser.comesAgain], with the lines indexed first.
func (p *parser) comesAgainLater(i int) bool {
	p.indexLines()
	return p.comesAgain(i)
}

// leadered reports whether a line ends with leaders and a page number:
// はじめに ……… 1.
func (p *parser) leadered(i int) bool {
	e, _ := cutPageNumber(p.src.Slice(p.lines[i].Span))
	return e.leaders >= 3 && e.text != ""
}

func isLeader(r rune) bool {
	switch r {
	case '.', '．', '…', '‥', '・', '･', '·', '─', '―', '—', '‐', '⋯', '_', '＿', '•':
		return true
	}
	return false
}

// An entry is a line of a contents list.
type entry struct {
	text    string
	leaders int  // 3 and more are no accident
	spaced  bool // spaces stand for them
	number  bool
}

// cutPageNumber takes the leaders and the page number from an entry; ok is
// false where it has neither.
func cutPageNumber(s string) (e entry, ok bool) {
	end := len(s)
	back := func() (rune, int) { return utf8.DecodeLastRuneInString(s[:end]) }
	for end > 0 {
		r, n := back()
		if !('0' <= r && r <= '9' || '０' <= r && r <= '９' || r == '-' || r == '－' || r == 'P' || r == 'p' || 0x2160 <= r && r <= 0x217F || r == 'i' || r == 'v') {
			break
		}
		e.number = true
		end -= n
	}
	if e.number { // p.12
		end = len(strings.TrimSuffix(strings.TrimSuffix(s[:end], "p."), "P."))
	}
	spaces := 0
	for end > 0 {
		r, n := back()
		switch {
		case r == '…' || r == '⋯':
			e.leaders += 3
		case isLeader(r):
			e.leaders++
		case unicode.IsSpace(r):
			spaces++
		default:
			e.text = s[:end]
			if spaces >= 4 && e.number {
				e.spaced = e.leaders < 3
				e.leaders = max(e.leaders, 3)
			}
			return e, e.leaders > 0 || spaces > 0 && e.number
		}
		end -= n
	}
	return e, false
}

// isNamed reports whether a contents list names a line.
func (p *parser) isNamed(text string) bool {
	return len(p.named) > 0 && len(text) < 400 && p.named[plainHash(text)]
}

// entryHashes gives the hashes under which the heading that an entry names
// may stand in the text: whole, without its page number, without the range of
// articles that laws give (第一条―第五条), and without its marker.
func (p *parser) entryHashes(i int) []uint64 { return entryHashes(p.src.Slice(p.lines[i].Span)) }

func entryHashes(s string) []uint64 {
	out := []uint64{plainHash(s)}
	if e, ok := cutPageNumber(s); ok && e.text != "" {
		s = e.text
		out = append(out, plainHash(s))
	}
	if t, ok := cutArticles(s); ok {
		out = append(out, plainHash(t))
	}
	return out
}

// cutArticles takes from an entry the articles that the contents list of a law
// gives: 第一章　総則（第一条―第五条）, 第3節 協働(第42条・第43条).
func cutArticles(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return s, false
	}
	at := max(strings.LastIndex(s, "（第"), strings.LastIndex(s, "(第"))
	if at <= 0 || !strings.Contains(s[at:], "条") {
		return s, false
	}
	return strings.TrimSpace(s[:at]), true
}

// isPreamble reports whether an entry names the preamble, which has no heading
// of its own in laws and ordinances.
func (p *parser) isPreamble(i int) bool {
	return p.lines[i].Width <= 8 && squeezed(p.src.Slice(p.lines[i].Span)) == "前文"
}

// indexLines notes where each line comes last, once it is needed.
func (p *parser) indexLines() {
	if p.lastLine != nil {
		return
	}
	p.lastLine = map[uint64]int{}
	for i := range p.lines {
		if p.roles[i] == roleText && p.lines[i].Width < 70 {
			text := p.src.Slice(p.lines[i].Span)
			p.lastLine[plainHash(text)] = i
			if m, _ := marker.Read(text); m.Len > 0 && m.Len < len(text) && !m.Marker.Kind.IsBullet() {
				p.lastLine[plainHash(text[m.Len:])] = i // lists that leave numbers out
			}
		}
	}
}

// comesAgain reports whether what an entry names stands further down.
func (p *parser) comesAgain(i int) bool {
	if p.lines[i].Width > 70 {
		return false
	}
	if p.textComesAgain(p.src.Slice(p.lines[i].Span), i) {
		return true
	}
	r, _ := marker.Read(p.src.Slice(p.lines[i].Span))
	return r.Marker.Kind.IsAnnex() && p.lines[i].Width < 12 && len(p.src.Slice(p.lines[i].Span)) == r.Len && p.annexBelow(i, r.Marker.Kind)
}

func (p *parser) textComesAgain(s string, i int) bool {
	for _, h := range entryHashes(s) {
		if last, ok := p.lastLine[h]; ok && last > i {
			return true
		}
	}
	return false
}

// wrappedEntry gives the number of lines of an entry that runs over several
// and comes again in one further down; 0 where line i begins none.
func (p *parser) wrappedEntry(i int) int {
	s := p.src.Slice(p.lines[i].Span)
	for n := 1; n < 3 && i+n < len(p.lines); n++ {
		if p.roles[i+n] != roleText {
			return 0
		}
		s += p.src.Slice(p.lines[i+n].Span)
		if len(s) > 400 {
			return 0
		}
		if p.textComesAgain(s, i+n) {
			return n + 1
		}
	}
	return 0
}

// annexBelow looks for 附則 further down, which a law writes with a space
// there, or with the law that it belongs to.
func (p *parser) annexBelow(i int, k marker.Kind) bool {
	for j := i + 1; j < len(p.lines); j++ {
		if p.lines[j].First == []rune(k.Word())[0] && p.lines[j].Width < 60 {
			if r, _ := marker.Read(p.src.Slice(p.lines[j].Span)); r.Marker.Kind == k {
				return true
			}
		}
	}
	return false
}

// plainHash hashes a line with its white space dropped and full-width ASCII
// folded (FNV-1a over runes).
func plainHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if unicode.IsSpace(r) {
			continue
		}
		if '！' <= r && r <= '～' {
			r -= 0xFEE0
		}
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h
}
