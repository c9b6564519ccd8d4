package column

import "strings"

// A Span is a run of text in one style of a terminal.
type Span struct {
	Text          string
	Before, After string // escape sequences around it; they take no columns
}

// noStart are the characters that do not begin a line, and noEnd those that do
// not end one (JIS X 4051, kinsoku); among the latter the second signs of [-
// and {+, which mark words taken out and put in.
const (
	noStart = "、。，．・：；？！」』）】〕］｝〉》ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ→,.:;?!)]}"
	noEnd   = "「『（【〔［｛〈《→([{-+"
)

// Wrap breaks the spans into lines of at most n columns. Latin words stay
// whole where they fit on a line, and kinsoku is kept.
func Wrap(spans []Span, n int) []string {
	var cells []cell
	for i, s := range spans {
		for _, r := range Visible(s.Text) {
			cells = append(cells, cell{r, i})
		}
	}
	var out []string
	for len(cells) > 0 {
		k := fit(cells, n)
		out = append(out, styled(cells[:k], spans))
		cells = cells[k:]
		for len(cells) > 0 && cells[0].r == ' ' {
			cells = cells[1:]
		}
	}
	return out
}

type cell struct {
	r    rune
	span int
}

// fit gives how many cells go on the first line: at least one.
func fit(cells []cell, n int) int {
	w, k := 0, 0
	for k < len(cells) && w+OfRune(cells[k].r) <= n {
		w += OfRune(cells[k].r)
		k++
	}
	if k == len(cells) {
		return k
	}
	for i := k; i > k/2 && i > 0; i-- {
		if breakable(cells[i-1].r, cells[i].r) {
			return i
		}
	}
	return max(k, 1)
}

// breakable reports whether a line may end between a and b.
func breakable(a, b rune) bool {
	if strings.ContainsRune(noEnd, a) || strings.ContainsRune(noStart, b) {
		return false
	}
	return a == ' ' || b == ' ' || OfRune(a) == 2 || OfRune(b) == 2
}

func styled(cells []cell, spans []Span) string {
	var b strings.Builder
	for i, c := range cells {
		if i == 0 || cells[i-1].span != c.span {
			b.WriteString(spans[c.span].Before)
		}
		b.WriteRune(c.r)
		if i+1 == len(cells) || cells[i+1].span != c.span {
			b.WriteString(spans[c.span].After)
		}
	}
	return b.String()
}
