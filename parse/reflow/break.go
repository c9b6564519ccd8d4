package reflow

import "strings"

// An Evidence is what speaks for a new paragraph (above 0) or for a wrap
// (below 0) between a line and the one before it, in rough log-odds.
type Evidence struct {
	Score float64
	Why   string // the strongest part of it
}

type tally struct {
	Evidence
	most float64
}

func (t *tally) add(score float64, why string) {
	t.Score += score
	if score < 0 && -score > t.most || score > t.most {
		t.most, t.Why = max(score, -score), why
	}
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
	return t.Evidence
}

// Seam weighs the same from the text and the blank lines alone, widths and
// indents left to the caller. sure is true where nothing else matters.
func (f *Flow) Seam(i int, open int) (ev Evidence, sure bool) {
	t, sure := f.seam(i, open)
	return t.Evidence, sure
}

func (f *Flow) seam(i int, open int) (t tally, sure bool) {
	if i == 0 {
		t.add(9, "first line")
		return t, true
	}
	a, b := &f.Lines[i-1], &f.Lines[i]
	if a.Block >= 0 || b.Block >= 0 {
		if a.Block == b.Block {
			t.add(-9, "the format has it in one paragraph")
		} else {
			t.add(9, "the format begins a paragraph")
		}
		return t, true
	}
	f.weighGap(&t, i)
	weighEnd(&t, a, open)
	weighStart(&t, a, b)
	return t, false
}

func (f *Flow) weighGap(t *tally, i int) {
	switch {
	case f.Gap[i] > 0 && f.Crossed[i]:
		t.add(0.3, "blank lines at a page break")
	case f.Gap[i] > 0 && f.Measure.Separated:
		t.add(3, "after a blank line")
	case f.Gap[i] > 0:
		t.add(2, "after a blank line")
	case f.Crossed[i]:
	case f.Measure.Separated && f.Measure.Wrapped:
		t.add(-2.5, "no blank line before it, where paragraphs have one")
	}
}

func weighEnd(t *tally, a *Line, open int) {
	switch {
	case open > 0 && !a.EndsSentence():
		t.add(-5, "a bracket is still open")
	case open > 0:
		t.add(-2, "a bracket is still open")
	case a.EndsSentence():
		t.add(2, "the line before ends a sentence")
	case strings.ContainsRune("、，・「（", a.Last):
		t.add(-4, "the line before ends in the middle of a sentence")
	case a.EndsNoun():
		t.add(0.5, "the line before ends a statement")
	case strings.ContainsRune("をがにのへ", a.Last) && a.Width > 8:
		t.add(-4, "the line before ends with a particle")
	case a.Last == 'て' && a.Prior == 'い' && a.Width < 30 && a.Commas == 0: // a title: …について
	case strings.ContainsRune("はでもてとや", a.Last) && a.Width > 8:
		t.add(-2.5, "the line before ends with a particle")
	case a.Commas > 0 && a.Width >= 15:
		t.add(-2, "the line before leaves its sentence open")
	}
}

// weighStart looks at signs that no line of its own begins with (kinsoku),
// and at words that none, or mostly one, begins with.
func weighStart(t *tally, a, b *Line) {
	switch {
	case strings.ContainsRune("、。，．）」』】〕］》〉)]}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ！？：；", b.First):
		t.add(-5, "no paragraph begins with "+string(b.First))
	case b.First == 'を' || b.First == 'ん':
		t.add(-4, "no paragraph begins with "+string(b.First))
	case strings.ContainsRune("がにのはともへでて", b.First) && !isHiragana(b.Second) && a.Width > 8:
		t.add(-2.5, "begins with a particle")
	case b.First == '（' && (b.Open > 0 || a.Last == '」' || b.Last != '）'):
		t.add(-1.5, "begins with a parenthesis")
		if a.Last == '」' || a.Last == '』' {
			t.add(-1.5, "a parenthesis on the title before it")
			if b.Open > 0 {
				t.add(-1.5, "a parenthesis on the title before it")
			}
		}
	}
}

func isHiragana(r rune) bool { return 0x3041 <= r && r <= 0x309F }

// weighWidth: a line that stops short of the edge ends a paragraph, a full
// one goes on.
func (f *Flow) weighWidth(t *tally, a *Line, width float64) {
	if !f.Measure.Wrapped || width == 0 {
		f.weighUnwrapped(t, a)
		return
	}
	slack := width - a.Right()
	switch {
	case slack <= 1.6:
		t.add(-2, "the line before is full")
	case slack <= 3:
		t.add(-0.5, "the line before is nearly full")
	default:
		t.add(min(2+slack/8, 4), "the line before stops short")
	}
}

// weighUnwrapped: each line of an unwrapped text is a paragraph; a long one
// that breaks off in the middle of a sentence was cut by a page.
func (f *Flow) weighUnwrapped(t *tally, a *Line) {
	if !a.EndsSentence() && a.Width > 25 && a.Commas > 0 && !a.EndsNoun() {
		t.add(-0.5, "a long line that ends no sentence")
		return
	}
	t.add(2, "a line is a paragraph here")
}

// Unwrapped gives the evidence of [Flow.Break] for a line of a text that is
// not wrapped.
func (f *Flow) Unwrapped(i int, open int) Evidence {
	return f.Break(i, 0, open)
}
