package parse

import (
	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// Parse gives the tree of a source. It never fails: what stays in doubt is
// said in [Document.Diagnostics], and what was made of each line in
// [Document.Trace].
func Parse(src *source.Source) *Document {
	p := &parser{src: src, doc: &Document{Source: src}}
	p.lines = reflow.Lines(src)
	p.roles = make([]role, len(p.lines))
	p.blocks = src.Blocks
	p.findFurniture()
	p.findContents()
	p.nameContents()
	p.findTextTables()
	p.readFront()
	p.flow = reflow.NewFlow(p.lines, func(i int) bool { return p.roles[i] == roleText })
	p.findClosed()
	p.leads = p.leadsTell()
	p.findAlone()
	p.verdicts = make([]verdict, len(p.flow.Lines))
	p.cands = p.candidates()
	p.chosen = choose(p.cands, p.kinds.kinds)
	p.openListings()
	p.buildTree()
	p.readMeta()
	p.finish()
	p.trace(p.open)
	p.diagnose(p.open)
	p.readPages()
	return p.doc
}

// A parser holds what is known about one document while it is parsed.
type parser struct {
	src   *source.Source
	doc   *Document
	lines []reflow.Line
	roles []role // of lines
	// blocks are those of the format, or the tables of a plain text.
	blocks []source.Block
	// furniture gives the kind of the lines with roleFurniture.
	contents []int           // lines of contents lists
	named    map[uint64]bool // hashes of what contents lists name
	lastLine map[uint64]int  // where each line comes last, by hash
	// listed are the lines of contents lists that stay in the text, true for
	// their titles; entryGoesOn those on which an entry goes on. Both go by the
	// index into the lines of the source.
	listed, entryGoesOn map[int]bool
	listings            map[int]listing // by the line of the flow with the title
	furniture           map[int]aside
	alone               map[int]alone // by the line of the flow
	closed              map[int]bool  // lines of the source that follow 以上, which ends the text before it
	cut                 []cutOut      // furniture that stands on lines of text
	grids               map[int]grid  // the tables of a plain text, by block

	flow       *reflow.Flow
	leads      bool // indents tell depth
	kinds      kindTable
	cands      []candidate
	chosen     []*choice
	open       []*opening // the whole text first, then every section
	verdicts   []verdict  // of the lines of the flow
	joiner     textBuilder
	classes    map[int]*class
	pooled     reflow.Fit        // of all classes together
	firstIn    bool              // first lines of paragraphs stand in
	firstShort bool              // they are shorter by an em
	parents    map[*opening]bool // openings with others inside
}

// A role is what a line was taken for before the tree is built.
type role uint8

const (
	roleText role = iota
	roleFurniture
	roleFront
)

// leadsTell reports whether enough lines stand in from the edge for indents
// to be evidence at all.
func (p *parser) leadsTell() bool {
	in := 0
	for i := range p.flow.Lines {
		if p.flow.Lines[i].Lead >= 0.9 {
			in++
		}
	}
	return in*10 >= len(p.flow.Lines)
}
