package reflow

import "shinkyu/parse/source"

// An Evidence is what speaks for a new paragraph (above 0) or for a wrap
// (below 0) between a line and the one before it, in rough log-odds.
type Evidence struct {
	Score float64
	// The strongest reason on either side, and its weight.
	For, Against         string
	forWeight, notWeight float64
}

// Add adds a reason: above 0 for a new paragraph, below 0 against one.
func (e *Evidence) Add(score float64, why string) {
	e.Score += score
	if score > e.forWeight {
		e.forWeight, e.For = score, why
	}
	if -score > e.notWeight {
		e.notWeight, e.Against = -score, why
	}
}

// New reports whether a paragraph begins.
func (e *Evidence) New() bool { return e.Score > 0 }

// Why is the strongest reason on the side that won.
func (e *Evidence) Why() string {
	why := e.Against
	if e.New() {
		why = e.For
	}
	if why == "" {
		return "little speaks for or against a new paragraph"
	}
	return why
}

// Break weighs whether line i begins a new paragraph, from the text at the
// seam and the page around it. width is the right edge of a full line there,
// in em, as far as known; open tells how many brackets are open before the
// seam.
func (f *Flow) Break(i int, width float64, open int) Evidence {
	t, sure := f.seam(i, open)
	if !sure {
		f.weighWidth(&t, &f.Lines[i-1], width)
	}
	return t
}

// Seam weighs the same from the text and the blank lines alone, widths and
// indents left to the caller. sure is true where nothing else matters.
func (f *Flow) Seam(i int, open int) (ev Evidence, sure bool) {
	return f.seam(i, open)
}

func (f *Flow) seam(i int, open int) (t Evidence, sure bool) {
	if i == 0 {
		t.Add(9, "first line")
		return t, true
	}
	a, b := &f.Lines[i-1], &f.Lines[i]
	if a.Block >= 0 || b.Block >= 0 {
		if a.Block == b.Block {
			t.Add(-9, "the format has it in one paragraph")
		} else {
			t.Add(9, "the format begins a paragraph")
		}
		return t, true
	}
	if b.Layout != nil && b.Layout.Seam != source.SeamUnknown {
		if b.Layout.Seam == source.SeamGoesOn {
			t.Add(-9, "the page shows that the line goes on")
		} else {
			t.Add(9, "the page shows that a paragraph begins")
		}
		return t, true
	}
	f.weighGap(&t, i)
	f.weighEnd(&t, a, open, f.Gap[i] > 0 && !f.Crossed[i])
	weighStart(&t, a, b)
	return t, false
}

func (f *Flow) weighGap(t *Evidence, i int) {
	switch {
	case f.Gap[i] > 0 && f.Crossed[i]:
		t.Add(0.3, "blank lines at a page break")
	case f.Gap[i] > 0 && f.Measure.Separated:
		t.Add(3, "after a blank line")
	case f.Gap[i] > 0:
		t.Add(2, "after a blank line")
	case f.Crossed[i]:
	case f.Measure.Separated && f.Measure.Wrapped:
		t.Add(-2.5, "no blank line before it, where paragraphs have one")
	}
}

func (f *Flow) weighEnd(t *Evidence, a *Line, open int, gap bool) {
	switch {
	case open > 0 && gap && a.EndsSentence():
		t.Add(-0.5, "a bracket is still open")
	case open > 0 && !a.EndsSentence():
		t.Add(-5, "a bracket is still open")
	case open > 0:
		t.Add(-2, "a bracket is still open")
	case a.EndsSentence():
		t.Add(2, "the line before ends a sentence")
	case isIn(a.Last, '、', '，', '・', '「', '（'):
		t.Add(-4, "the line before ends in the middle of a sentence")
	case a.EndsNoun():
		t.Add(0.5, "the line before ends a statement")
	case isIn(a.Last, 'を', 'が', 'に', 'の', 'へ') && a.Width > 8:
		t.Add(-4, "the line before ends with a particle")
	case a.Last == 'て' && a.Prior == 'い' && a.Commas == 0 && (a.Width < 30 || a.Width < 60 && !f.Measure.Wrapped): // a title: …について
	case a.Last == 'は' && a.Width > 20: // shorter, it may be a title: …とは
		t.Add(-4, "the line before ends with a particle")
	case isIn(a.Last, 'は', 'で', 'も', 'て', 'と', 'や') && a.Width > 8:
		t.Add(-2.5, "the line before ends with a particle")
	case a.Commas > 0 && a.Width >= 15:
		t.Add(-2, "the line before leaves its sentence open")
	}
}

// weighStart looks at signs that no line of its own begins with (kinsoku),
// and at words that none, or mostly one, begins with.
func weighStart(t *Evidence, a, b *Line) {
	switch {
	case b.Open+b.Close == 0 && (b.First == '【' && b.Last == '】' || b.First == '＜' && b.Last == '＞') && b.Width < 30:
		t.Add(3, "a line in brackets")
	case beginsNoLine(b.First):
		t.Add(-5, "no paragraph begins with "+string(b.First))
	case goesOn(b.First, b.Second):
		t.Add(-4, "no paragraph begins with "+string(b.First)+string(b.Second))
	case b.First == 'を' || b.First == 'ん':
		t.Add(-4, "no paragraph begins with "+string(b.First))
	case isIn(b.First, 'が', 'に', 'の', 'は', 'と', 'も', 'へ', 'で', 'て') && !isHiragana(b.Second) && a.Width > 8:
		t.Add(-2.5, "begins with a particle")
	case b.First == '（' && (b.Open > 0 || a.Last == '」' || b.Last != '）'):
		t.Add(-1.5, "begins with a parenthesis")
		if a.Last == '」' || a.Last == '』' {
			t.Add(-1.5, "a parenthesis on the title before it")
			if b.Open > 0 {
				t.Add(-1.5, "a parenthesis on the title before it")
			}
		}
	}
}

// goesOn reports whether two characters are a particle or an ending that goes
// on a sentence: には、 における、 された, した, ものとする is none.
func goesOn(a, b rune) bool {
	switch a {
	case 'に':
		return isIn(b, 'は', 'よ', 'お', 'つ', '対', '関', 'も', '向', '基', '係', '応', '伴', '当', 'て')
	case 'で':
		return isIn(b, 'は', 'も', 'あ', 'き', 'の')
	case 'と':
		return isIn(b, 'は', 'の', 'も', 'し', 'と', '連')
	case 'さ':
		return isIn(b, 'れ', 'せ')
	case 'し':
		return isIn(b, 'た', 'て', '、', 'な')
	case 'す':
		return b == 'る'
	case 'ら':
		return b == 'れ'
	case 'れ':
		return isIn(b, 'る', 'た', 'て')
	case 'ま':
		return isIn(b, 'す', 'せ')
	case 'へ':
		return isIn(b, 'の', 'と')
	case 'か':
		return b == 'ら'
	}
	return false
}

func isIn(r rune, list ...rune) bool {
	for _, x := range list {
		if r == x {
			return true
		}
	}
	return false
}

// beginsNoLine lists the signs that may not begin a line (kinsoku).
func beginsNoLine(r rune) bool {
	switch r {
	case '、', '。', '，', '．', '）', '」', '』', '】', '〕', '］', '》', '〉', ')', ']', '}', 'ー', '々',
		'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヶ',
		'！', '？', '：', '；':
		return true
	}
	return false
}

func isHiragana(r rune) bool { return 0x3041 <= r && r <= 0x309F }

// weighWidth: a line that stops short of the edge ends a paragraph, a full
// one goes on.
func (f *Flow) weighWidth(t *Evidence, a *Line, width float64) {
	if !f.Measure.Wrapped || width == 0 {
		f.weighUnwrapped(t, a)
		return
	}
	slack := width - a.Right()
	switch {
	case slack <= 1.6:
		t.Add(-2, "the line before is full")
	case slack <= 3:
		t.Add(-0.5, "the line before is nearly full")
	default:
		t.Add(min(2+slack/8, 4), "the line before stops short")
	}
}

// weighUnwrapped: each line of an unwrapped text is a paragraph; a long one
// that breaks off in the middle of a sentence was cut by a page.
func (f *Flow) weighUnwrapped(t *Evidence, a *Line) {
	switch {
	case a.EndsSentence(), a.EndsNoun():
	case a.Stops > 0:
		t.Add(-2.5, "a line of several sentences that leaves the last open")
		return
	case a.Width > 60:
		t.Add(0.5, "a line is a paragraph here")
		return
	}
	t.Add(2.2, "a line is a paragraph here")
}

// Unwrapped gives the evidence of [Flow.Break] for a line of a text that is
// not wrapped.
func (f *Flow) Unwrapped(i int, open int) Evidence {
	return f.Break(i, 0, open)
}
