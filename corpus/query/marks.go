package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	corpuswords "shinkyu/corpus/words"
)

// A Mark is a place in a text that a query found.
type Mark struct {
	Start, End int // bytes
	phrase     int
}

// Find gives the places in a text where the phrases stand, in order and not
// overlapping. title says that the text is a heading. Only the sentences that
// can hold a phrase are cut into words, which is most of the work of showing
// hits.
func (m *Match) Find(text string, cut *corpuswords.Cutter, title bool) []Mark {
	var out []Mark
	for at := 0; at < len(text); {
		end := strings.Index(text[at:], "。") + len("。")
		if end < len("。") {
			end = len(text) - at
		}
		sentence := text[at : at+end]
		if m.mayHold(corpuswords.Fold(sentence)) {
			for _, x := range m.marks(cut.Words(sentence), title) {
				out = append(out, Mark{x.Start + at, x.End + at, x.phrase})
			}
		}
		at += end
	}
	return out
}

// mayHold reports whether a folded sentence has the first character of every
// content word of a phrase: inflection changes the others.
func (m *Match) mayHold(sentence string) bool {
	return slices.ContainsFunc(m.Phrases, func(p Phrase) bool {
		return !slices.ContainsFunc(p.content, func(w string) bool {
			_, n := utf8.DecodeRuneInString(w)
			return !strings.Contains(sentence, w[:n])
		})
	})
}

// marks gives the places among words where the phrases stand, in order and not
// overlapping.
func (m *Match) marks(list []corpuswords.Word, title bool) []Mark {
	var out []Mark
	for k, p := range m.Phrases {
		if p.Title && !title {
			continue
		}
		for i := 0; i+len(p.Words) <= len(list); i++ {
			if p.at(list[i:]) {
				out = append(out, Mark{list[i].Start, list[i+len(p.Words)-1].End, k})
			}
		}
	}
	slices.SortFunc(out, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	kept := out[:0]
	for _, x := range out {
		if n := len(kept); n > 0 && x.Start < kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, x.End)
			continue
		}
		kept = append(kept, x)
	}
	return kept
}

// at reports whether the phrase stands at the head of the words.
func (p *Phrase) at(list []corpuswords.Word) bool {
	last := len(p.Words) - 1
	for i, w := range p.Words {
		if list[i].Text == w {
			continue
		}
		if i < last || !p.Prefix || !strings.HasPrefix(list[i].Text, w) && !strings.HasPrefix(list[i].Text, p.stem) {
			return false
		}
	}
	return true
}

// Phrases counts the different phrases among the marks: of two paragraphs the
// one that holds more of them is the one to show.
func Phrases(marks []Mark) int {
	seen := map[int]bool{}
	for _, x := range marks {
		seen[x.phrase] = true
	}
	return len(seen)
}
