package parse

// A listing is a contents list that gives no page for what it names: nothing
// of it belongs to the page alone, so it is a section of the text, with an
// entry a paragraph.
type listing struct {
	first, end int // lines of the flow: its title, and the one after its last
}

// whyListing is the reason of the section that a listing makes.
const whyListing = "a contents list without page numbers"

// givesPlaces reports whether the entries of a contents list say where to find
// what they name: by a page number, by leaders, or by the articles of a law.
func (p *parser) givesPlaces(from, end int) bool {
	for i := from; i < end; i++ {
		if p.roles[i] != roleText || p.isContentsTitle(i) {
			continue
		}
		s := p.src.Slice(p.lines[i].Span)
		if e, ok := cutPageNumber(s); ok && e.text != "" && (e.number || e.leaders >= 3) {
			return true
		}
		if _, ok := cutArticles(s); ok {
			return true
		}
	}
	return false
}

// keepContents leaves a contents list in the text, whose title is line from.
func (p *parser) keepContents(from, end int) {
	if p.listed == nil {
		p.listed = map[int]bool{}
	}
	for i := from; i < end; i++ {
		if p.roles[i] == roleText {
			p.contents = append(p.contents, i)
			p.listed[p.lines[i].Index] = i == from
		}
	}
}

// inListing reports whether line i of the flow stands in a contents list that
// was kept, and whether it is the title.
func (p *parser) inListing(i int) (in, title bool) {
	if p.listed == nil {
		return false, false
	}
	title, in = p.listed[p.flow.Lines[i].Index]
	return in, title
}

// openListings puts a choice for each listing among those of the markers. It
// stands beside the section that comes next.
func (p *parser) openListings() {
	if p.listed == nil {
		return
	}
	id, ok := p.kinds.id(kindWord)
	if !ok {
		return
	}
	var out []*choice
	rest := p.chosen
	p.listings = map[int]listing{}
	for i := range p.flow.Lines {
		for len(rest) > 0 && p.cands[rest[0].cand].line < i {
			out, rest = append(out, rest[0]), rest[1:]
		}
		if _, title := p.inListing(i); title {
			p.listings[i] = listing{i, p.listingEnd(i)}
			out = append(out, p.listingChoice(i, id, rest))
		}
	}
	p.chosen = append(out, rest...)
}

func (p *parser) listingEnd(i int) int {
	for i++; i < len(p.flow.Lines); i++ {
		if in, title := p.inListing(i); !in || title {
			return i
		}
	}
	return i
}

func (p *parser) listingChoice(i, kind int, next []*choice) *choice {
	at := &level{cand: len(p.cands), kind: kind, lead: -1}
	if len(next) > 0 {
		at.parent = next[0].at.parent
	}
	if at.parent != nil {
		at.depth = at.parent.depth + 1
	}
	p.cands = append(p.cands, candidate{line: i, n: 1, kinds: [2]int{kind}, lead: -1, inferred: whyListing})
	return &choice{cand: at.cand, at: at}
}

// isListing reports whether a listing made the opening.
func (p *parser) isListing(o *opening) bool {
	_, ok := p.listings[o.first]
	return ok && o.choice != nil
}

// afterListing makes an opening of what stands between a listing and the next
// section: it belongs to the section that the listing stands in.
func (p *parser) afterListing(o *opening) *opening {
	if !p.isListing(o) || p.listings[o.first].end >= o.end {
		return nil
	}
	r := &opening{first: p.listings[o.first].end, end: o.end, parent: o.parent, next: o.next, caption: -1}
	o.end = r.first
	return r
}

// splitListing makes a part of each entry.
func (p *parser) splitListing(o *opening) {
	for i := o.first; i < o.end; i++ {
		if n := len(o.parts) - 1; n > 0 && p.entryGoesOn[p.flow.Lines[i].Index] {
			o.parts[n].end = i + 1
			p.verdicts[i] = verdict{LineWrap, "the entry of the contents list goes on"}
			continue
		}
		o.parts = append(o.parts, part{first: i, end: i + 1})
		p.verdicts[i] = verdict{LineParagraph, "an entry of a contents list"}
	}
}
