package parse

import (
	"fmt"
	"slices"
	"sort"

	"shinkyu/parse/marker"
)

// diagnose says what stays in doubt.
func (p *parser) diagnose(open []*opening) {
	for _, o := range open {
		if o.choice == nil || o.choice.at.doubt == "" {
			continue
		}
		p.doubt(Warning, p.flow.Lines[o.first].Index+1, fmt.Sprintf("marker %s: %s", p.marked(o).Marker.Text, o.choice.at.doubt))
	}
	p.diagnoseLevels(open)
	p.diagnoseContents(open)
	if len(open) == 1 && len(p.flow.Lines) > 0 {
		p.doubt(Info, 0, "no headings were found; the text is one run of paragraphs")
	}
	if p.doc.Meta.Title == "" {
		p.doubt(Info, 0, "no title was found at the head of the document")
	}
	sort.SliceStable(p.doc.Diagnostics, func(i, j int) bool { return p.doc.Diagnostics[i].Line < p.doc.Diagnostics[j].Line })
}

func (p *parser) doubt(s Severity, line int, message string) {
	p.doc.Diagnostics = append(p.doc.Diagnostics, Diagnostic{Severity: s, Line: line, Message: message})
}

// diagnoseLevels reports sections whose parts are numbered in several styles:
// one of them may be misplaced. Each section is reported once.
func (p *parser) diagnoseLevels(open []*opening) {
	type seen struct{ kind, line int }
	first := map[*opening]seen{}
	told := map[*opening]bool{}
	for _, o := range open {
		if o.choice == nil || o.choice.at.format > 0 || p.cands[o.choice.cand].inferred != "" {
			continue
		}
		k := p.kindOf(o)
		if k.IsBullet() || k.IsAnnex() || p.inArticle(o) { // 号 before ２ is as laws have it
			continue
		}
		was, ok := first[o.parent]
		switch {
		case !ok:
			first[o.parent] = seen{o.choice.at.kind, o.first}
		case was.kind != o.choice.at.kind && !told[o.parent]:
			told[o.parent] = true
			p.doubt(Warning, p.flow.Lines[o.first].Index+1, fmt.Sprintf("marker %s stands at one level with markers like %s", p.marked(o).Marker.Text, string(p.kinds.kinds[was.kind])))
		}
	}
}

func (p *parser) inArticle(o *opening) bool {
	return o.parent != nil && o.parent.choice != nil && p.kindOf(o.parent) == marker.Article
}

// diagnoseContents checks the headings against the contents lists.
func (p *parser) diagnoseContents(open []*opening) {
	if len(p.contents) == 0 {
		return
	}
	have := map[uint64]bool{}
	for _, o := range open {
		if o.choice == nil {
			continue
		}
		m := p.marked(o).Marker
		if o.titled {
			t := p.firstPart(o)
			have[plainHash(t)] = true
			have[plainHash(m.Text+t)] = true
		}
		if m.Kind.IsAnnex() { // 附則 alone, whatever law it came with
			have[plainHash(m.Text)] = true
		}
	}
	for n, i := range p.contents {
		if p.isContentsTitle(i) || p.isPreamble(i) || p.entryFound(n, have) {
			continue
		}
		p.doubt(Info, p.lines[i].Index+1, "the contents list names a heading that was not found: "+p.src.Slice(p.lines[i].Span))
	}
}

// entryFound reports whether the heading that the n-th contents line names was
// found, alone or together with lines before or after it: an entry runs over
// three at most.
func (p *parser) entryFound(n int, have map[uint64]bool) bool {
	for from := max(n-2, 0); from <= n; from++ {
		s := ""
		for k := from; k < min(from+3, len(p.contents)); k++ {
			s += p.src.Slice(p.lines[p.contents[k]].Span)
			if k >= n && slices.ContainsFunc(entryHashes(s), func(h uint64) bool { return have[h] }) {
				return true
			}
		}
	}
	return false
}
