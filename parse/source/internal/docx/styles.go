package docx

import (
	"strconv"
	"strings"

	"shinkyu/parse/lazy"
)

// A style is a paragraph style with what it inherits.
type style struct {
	id, name, based string
	outline         int // 0-based; -1 where it says nothing, 9 for body text
	num             numRef
	indent          float64 // em; -1 where it says nothing
	align           string
}

// A numRef is the numbering of a paragraph: a list and a level in it.
type numRef struct {
	id    string // empty: says nothing; "0": none
	level int    // -1: says nothing
}

type styles struct {
	byID map[string]*style
	def  string // of paragraphs that name no style
}

func readStyles(n *node) *styles {
	s := &styles{byID: map[string]*style{}}
	for _, k := range n.all("style") {
		if k.attr("type") != "paragraph" {
			continue
		}
		ppr := k.child("pPr")
		st := &style{
			id: k.attr("styleId"), name: strings.ToLower(k.val("name")), based: k.val("basedOn"),
			outline: number(ppr.val("outlineLvl"), -1), num: readNumRef(ppr),
			indent: readIndent(ppr), align: ppr.val("jc"),
		}
		s.byID[st.id] = st
		if k.attr("default") == "1" {
			s.def = st.id
		}
	}
	return s
}

func readNumRef(ppr *node) numRef {
	n := ppr.child("numPr")
	return numRef{id: n.val("numId"), level: number(n.val("ilvl"), -1)}
}

func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return otherwise
	}
	return n
}

// resolve gives a style with all that its ancestors say and it does not.
func (s *styles) resolve(id string) style {
	if id == "" {
		id = s.def
	}
	out := style{id: id, outline: -1, num: numRef{level: -1}, indent: -1}
	for seen := 0; id != "" && seen < 32; seen++ { // a cycle of basedOn ends here
		st := s.byID[id]
		if st == nil {
			break
		}
		if out.name == "" {
			out.name = st.name
		}
		if out.outline < 0 {
			out.outline = st.outline
		}
		if out.outline < 0 {
			out.outline = headingName(st.name)
		}
		if out.indent < 0 {
			out.indent = st.indent
		}
		if out.align == "" {
			out.align = st.align
		}
		if out.num.id == "" {
			out.num.id = st.num.id
		}
		if out.num.level < 0 {
			out.num.level = st.num.level
		}
		id = st.based
	}
	return out
}

// Word keeps the built-in names of its styles in English, other programs
// write those of their language.
var (
	headingNames  = lazy.Pattern(`^(?:heading|見出し) ?([1-9])$`)
	contentsNames = lazy.Pattern(`^(?:toc|contents|目次) ?([1-9]|heading|の見出し|見出し)?$`)
)

func headingName(name string) int {
	if m := headingNames().FindStringSubmatch(name); m != nil {
		return int(m[1][0] - '1')
	}
	return -1
}

func isTitle(name string) bool {
	switch name {
	case "title", "subtitle", "表題", "副題":
		return true
	}
	return false
}

func isCaption(name string) bool { return name == "caption" || name == "図表番号" }
