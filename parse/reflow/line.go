package reflow

import (
	"unicode/utf8"

	"shinkyu/parse/source"
)

// A Line is what the eye sees of one line that is not blank.
type Line struct {
	Index  int         // into Source.Lines
	Span   source.Span // without white space at either end
	Lead   float64     // em of white space before it, or its indent on the page
	Width  float64     // em of its text
	Page   int         // 1-based; 0 where there are none
	Blanks int         // blank lines (and furniture) right before it
	Turn   bool        // it is the first of its page
	Gaps   bool        // white space of two characters or a tab stands inside it or at its end
	Bars   bool        // │ | ┃ ｜ stand in it
	Block  int         // index into Source.Blocks; -1 outside all
	First  rune
	Second rune
	Last   rune
	Prior  rune // the rune before Last
	Open   int  // brackets opened and not closed in it
	Close  int  // brackets closed that it did not open
	Stops  int  // sentence ends inside it, before its last character
	Commas int  // 、 that end a clause: behind hiragana, outside the brackets that it opens
	Layout *source.Layout
}

// Right is where the line's text ends, in em from the left edge.
func (l *Line) Right() float64 { return l.Lead + l.Width }

// Lines measures the lines of a source that are not blank.
func Lines(src *source.Source) []Line {
	out := make([]Line, 0, len(src.Lines))
	blanks, page, block := 0, 0, 0
	for i := range src.Lines {
		sl := &src.Lines[i]
		l, ok := measure(src.Text, sl.Span)
		if !ok {
			blanks++
			continue
		}
		l.Index, l.Page, l.Blanks, l.Layout = i, sl.Page, blanks, sl.Layout
		l.Turn = sl.Page != page && len(out) > 0
		if l.Layout != nil {
			l.Lead = l.Layout.Indent
		}
		for block < len(src.Blocks) && src.Blocks[block].Last < i {
			block++
		}
		l.Block = -1
		if block < len(src.Blocks) && src.Blocks[block].First <= i {
			l.Block = block
		}
		page, blanks = sl.Page, 0
		out = append(out, l)
	}
	return out
}

// CutHead makes the line begin at the byte at, which lies inside it: what stands
// before it counts as white space.
func (l *Line) CutHead(text string, at int) {
	lead := l.Lead
	for _, r := range text[l.Span.Start:at] {
		lead += Em(r)
	}
	rest, ok := measure(text, source.Span{Start: at, End: l.Span.End})
	if !ok {
		return
	}
	rest.Index, rest.Page, rest.Blanks, rest.Turn, rest.Block, rest.Layout = l.Index, l.Page, l.Blanks, l.Turn, l.Block, l.Layout
	rest.Lead += lead
	*l = rest
}

// measure walks once over a line.
func measure(text string, sp source.Span) (Line, bool) {
	l := Line{}
	i, end := sp.Start, sp.End
	for i < end {
		r, n := decode(text, i)
		w := SpaceWidth(r)
		if w < 0 {
			break
		}
		l.Lead += w
		i += n
	}
	if i == end {
		return l, false
	}
	l.Span.Start = i
	trail := 0.0
	for i < end {
		c := text[i]
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' { // the common cheap case
			l.Width += trail + 0.5
			trail = 0
			l.push(rune(c))
			i++
			l.Span.End = i
			continue
		}
		r, n := decode(text, i)
		i += n
		if isPlain(r) {
			l.Width += trail + 1
			trail = 0
			l.Span.End = i
			l.push(r)
			continue
		}
		if w := SpaceWidth(r); w >= 0 {
			if trail > 0 || r == '\t' {
				l.Gaps = true
			}
			trail += w
			continue
		}
		l.Width += trail + Em(r)
		trail = 0
		l.Span.End = i
		l.push(r)
		l.brackets(r)
	}
	return l, true
}

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	// Three bytes with a lead of E1 to EC, most Japanese, need no more checks.
	if i+2 < len(text) && text[i]-0xE1 <= 0xEC-0xE1 && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
		return rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// isPlain tells hiragana, katakana and kanji: an em wide, no space, no sign.
func isPlain(r rune) bool {
	return 0x3041 <= r && r <= 0x9FFF && r != 0x3099 && r != 0x309A
}

func (l *Line) push(r rune) {
	switch {
	case l.First == 0:
		l.First = r
	case l.Second == 0:
		l.Second = r
	}
	if l.Last == '。' {
		l.Stops++
	}
	l.Prior, l.Last = l.Last, r
}

func (l *Line) brackets(r rune) {
	switch r {
	case '（', '(', '「', '『', '【', '〔', '［', '[', '《', '〈':
		l.Open++
	case '|', '｜', '│', '┃':
		l.Bars = true
	case '、', '，':
		if l.Open == 0 && isHiragana(l.Prior) {
			l.Commas++
		}
	case '）', ')', '」', '』', '】', '〕', '］', ']', '》', '〉':
		if l.Open > 0 {
			l.Open--
		} else {
			l.Close++
		}
	}
}

// Em is the width of a character: 1 for a full-width one, 0.5 for a
// half-width one, 0 for one that takes no place of its own.
func Em(r rune) float64 {
	switch {
	case r < 0x20:
		return 0
	case r < 0x1100:
		// Greek, Cyrillic, § × ÷ ° ± and the like are full width in Japanese type.
		if r > 0xA0 && r >= 0x370 && r <= 0x45F || r == '§' || r == '×' || r == '÷' || r == '°' || r == '±' || r == '´' || r == '¨' || r == '¶' {
			return 1
		}
		if 0x300 <= r && r <= 0x36F {
			return 0
		}
		return 0.5
	case 0xFF61 <= r && r <= 0xFFDC: // half-width katakana
		return 0.5
	case 0x200B <= r && r <= 0x200F, r == 0xFEFF, r == 0x3099, r == 0x309A, 0xFE00 <= r && r <= 0xFE0F:
		return 0
	}
	return 1
}

// SpaceWidth is the width of white space in em, -1 of anything else.
func SpaceWidth(r rune) float64 {
	switch r {
	case ' ', '\u00a0', '\u2002', '\u2009', '\u202f':
		return 0.5
	case '\u3000', '\u2003':
		return 1
	case '\t':
		return 2
	case '\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
		return 0
	}
	if r >= 0x1680 && (r == 0x1680 || 0x2000 <= r && r <= 0x200a || r == 0x205f) {
		return 0.5
	}
	return -1
}

// EndsNoun reports whether the line ends as plans end a statement without a
// stop: …すること, …するもの, …の場合, …等.
func (l *Line) EndsNoun() bool {
	switch l.Last {
	case '等', '者':
		return true
	case 'と':
		return l.Prior == 'こ' || l.Prior == 'も'
	case 'の':
		return l.Prior == 'も'
	case 'き':
		return l.Prior == 'と'
	case '合':
		return l.Prior == '場'
	case 'め':
		return l.Prior == 'た'
	case 'ど':
		return l.Prior == 'な'
	case 'る':
		return isIn(l.Prior, 'す', 'と', 'あ', 'い')
	case 'す':
		return l.Prior == 'ま' || l.Prior == 'で'
	}
	return false
}

// EndsSentence reports whether the line ends where a sentence does: 。, or 。
// before a closing bracket.
func (l *Line) EndsSentence() bool {
	switch l.Last {
	case '。', '．', '！', '？', '｡':
		return true
	case '）', ')', '」', '』', '】':
		return l.Prior == '。'
	}
	return false
}
