package parse

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/reflow"
)

// A candidate is a line that may open a section: it begins with a marker, or
// the format calls it a heading.
type candidate struct {
	line     int // index into the flow
	readings [2]marker.Reading
	n        int // readings
	kinds    [2]int
	local    [2]float64 // what the line itself speaks for it, in log-odds
	lead     float64    // em; -1 where indents say nothing
	level    int        // of a heading of the format; 0 otherwise
	why      string     // how the format knew
	inferred string     // what a heading without a marker was taken for
}

// kindTable numbers the kinds of marker of one document.
type kindTable struct {
	ids   map[marker.Kind]int
	kinds []marker.Kind
}

// maxKinds keeps the sets of kinds in one machine word each; a document with
// more of them has noise for markers, and the rest are passed over.
const maxKinds = 64

func (t *kindTable) id(k marker.Kind) (int, bool) {
	if id, ok := t.ids[k]; ok {
		return id, true
	}
	if len(t.kinds) == maxKinds {
		return 0, false
	}
	if t.ids == nil {
		t.ids = map[marker.Kind]int{}
	}
	t.ids[k] = len(t.kinds)
	t.kinds = append(t.kinds, k)
	return len(t.kinds) - 1, true
}

// candidates reads the markers of all lines of the flow.
func (p *parser) candidates() []candidate {
	var out []candidate
	open := 0 // brackets open before the line, inside a paragraph
	for i := range p.flow.Lines {
		l := &p.flow.Lines[i]
		if in, _ := p.inListing(i); in {
			open = 0
			continue
		}
		text := p.src.Slice(l.Span)
		ev := p.flow.Break(i, p.localWidth(i-1), open)
		if ev.Score > 0 {
			open = 0
		}
		if p.isCaption(i - 1) {
			ev.Score = max(ev.Score, 2)
		}
		if i > 0 && l.First == '・' && p.flow.Lines[i-1].First == '・' {
			ev.Add(1, "the line before begins an item with ・ as well")
		}
		if i > 0 && p.flow.Lines[i-1].EndsSentence() && headingWords[squeezed(text)] {
			ev.Add(2, "a word that heads a section by itself")
		}
		if p.headsAlone(i) && i > 0 && (p.flow.Lines[i-1].EndsSentence() || p.headsAlone(i-1)) {
			ev.Add(2, "it stands alone, as headings do")
		}
		if c, ok := p.candidate(i, text, ev); ok {
			out = append(out, c)
		}
		open = max(open-l.Close, 0) + l.Open
	}
	return out
}

func (p *parser) candidate(i int, text string, ev reflow.Evidence) (candidate, bool) {
	l := &p.flow.Lines[i]
	c := candidate{line: i, lead: -1}
	if b := p.block(i); b != nil {
		if bc, ok, done := p.blockCandidate(i, b); done {
			return bc, ok
		}
	}
	if p.leads {
		c.lead = l.Lead
	}
	first, second := marker.Read(text)
	for _, r := range [...]marker.Reading{first, second} {
		if r.Len == 0 || p.labelsBox(i, text, r) || r.Marker.Kind == marker.NoteSign || r.Marker.Kind == marker.Figure || r.Marker.Kind == marker.TableSign || r.Marker.Text == "※" {
			continue
		}
		id, ok := p.kinds.id(r.Marker.Kind)
		if !ok {
			continue
		}
		c.readings[c.n], c.kinds[c.n] = r, id
		c.local[c.n] = localScore(r, text[r.Len:], ev)
		if p.isNamed(text) {
			c.local[c.n] += 3
		}
		c.n++
	}
	if c.n == 0 && first.Len == 0 && !p.belowMarker(i) {
		p.addInferred(&c, text, ev)
	}
	return c, c.n > 0
}

// belowMarker reports whether the line before i is a marker and no more: the
// title is still to come.
func (p *parser) belowMarker(i int) bool {
	if i == 0 || p.flow.Lines[i-1].Width > 8 {
		return false
	}
	text := p.src.Slice(p.flow.Lines[i-1].Span)
	r, _ := marker.Read(text)
	return r.Len == len(text) && !r.Marker.Kind.IsBullet()
}

// addInferred makes a candidate of a heading without a marker.
func (p *parser) addInferred(c *candidate, text string, ev reflow.Evidence) {
	k, why, score := p.inferred(c.line, text, ev)
	if k == "" {
		return
	}
	if id, ok := p.kinds.id(k); ok {
		c.kinds[0], c.local[0], c.n, c.inferred = id, score, 1, why
		if !p.headsAlone(c.line) || p.isCentred(c.line) {
			c.lead = -1
		}
	}
}

// localScore weighs a marker by its own line: how sure a sign it is, whether
// a paragraph begins there, and whether what follows makes a number of
// running text of it.
func localScore(r marker.Reading, rest string, ev reflow.Evidence) float64 {
	s := signStrength(r)
	s += min(max(ev.Score*0.6, -5), 1.5)
	return s + restScore(r, strings.TrimLeft(rest, " \u3000\t"))
}

func signStrength(r marker.Reading) float64 {
	k := r.Marker.Kind
	switch k {
	case marker.Part, marker.Book, marker.Chapter, marker.Section, marker.Subsection, marker.Division, marker.Article:
		if r.Gap {
			return 2
		}
		return 0
	case marker.Clause, marker.Item:
		return -2
	case marker.Ordinal:
		if r.Gap {
			return 1.5
		}
		return -1
	case marker.Arabic:
		if r.Marker.Number > 99 || r.Marker.Number == 0 {
			return -9
		}
		if r.Gap {
			return 0
		}
		return -2
	case marker.Kanji:
		return 0.5
	}
	switch {
	case k.IsBullet():
		if r.Gap {
			return 1.5
		}
		return 1
	case k.IsAnnex():
		return 1
	case len(r.Marker.Numbers) > 0:
		if r.Gap {
			return 1
		}
		return -1
	}
	return 1
}

// restScore looks at what follows the marker.
func restScore(r marker.Reading, rest string) float64 {
	c, n := utf8.DecodeRuneInString(rest)
	if rest == "" {
		return -0.3
	}
	next, _ := utf8.DecodeRuneInString(rest[n:])
	numeric := r.Marker.Kind == marker.Arabic || r.Marker.Kind == marker.Ordinal || r.Marker.Kind == marker.Kanji || len(r.Marker.Numbers) > 0
	switch {
	case strings.HasPrefix(rest, "(PDF") || strings.HasPrefix(rest, "（PDF") || strings.HasPrefix(rest, "[PDF"):
		return -9 // a link to a file
	case strings.ContainsRune("、。，）」』】〕）)]～〜・／/＝=％%", c):
		return -4
	case isParticle(c, next) && !r.Gap:
		return -4
	case isParticle(c, next):
		return -1.5
	case (c == '及' || c == '又' || c == '並' || c == '若') && isKana(next):
		return -3
	case numeric && isCounter(c):
		s := -3.0
		if isKanji(next) && !strings.ContainsRune("間度頃以末目未前後中分当", next) {
			s = -1
		}
		if r.Gap && r.Marker.Kind != marker.Arabic {
			s /= 2
		}
		return s
	case r.Marker.Kind == marker.Arabic && (c == '-' || c == '－' || c == '+' || c == '×'):
		return -2
	}
	return 0
}

// isParticle tells a particle that goes on a sentence from a word that begins
// one: の基本的な, に示す, but はじめに, もの, とりまとめ.
func isParticle(c, next rune) bool {
	if !strings.ContainsRune("のにはをがとでもへや", c) {
		return false
	}
	return !isKana(next) || next == 'は' || next == 'お' || next == 'よ'
}

// isCounter lists what counts things, so that a number before it is a number.
func isCounter(c rune) bool {
	return strings.ContainsRune("年月日時分秒週かヶヵカケ箇個つ人名社件回次度億万千百兆円倍割点種号頁桁歳者位ページド章節項条第つ㎡㎞", c)
}

func isKana(r rune) bool { return 0x3041 <= r && r <= 0x30FF }

func isKanji(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF || r == '々' }

// localWidth is the right edge of full lines around line i, as far as the
// neighbours show it.
func (p *parser) localWidth(i int) float64 {
	if !p.flow.Measure.Wrapped || i < 0 {
		return 0
	}
	w, ends := 0.0, true
	for j := max(i-2, 0); j < min(i+4, len(p.flow.Lines)); j++ {
		if r := p.flow.Lines[j].Right(); r > w {
			w, ends = r, p.flow.Lines[j].EndsSentence()
		}
	}
	if w < p.flow.Measure.Width*0.5 || ends && w < p.flow.Measure.Width*0.8 { // short lines only, none of them full
		return p.flow.Measure.Width
	}
	return min(w, p.flow.Measure.Width)
}
