package docx

import (
	"strings"
)

// maxLevels is the number of levels of a list (17.9.6).
const maxLevels = 9

// A level is one level of a list definition.
type level struct {
	start   int
	format  string
	text    string // %1.%2
	gap     string
	restart int     // the 1-based level whose number restarts this one; -1: any higher, 0: none
	legal   bool    // all numbers as decimal
	indent  float64 // em; -1 where it says nothing
}

// A list is an instance of a list definition.
type list struct {
	abstract string
	levels   [maxLevels]*level // nil where the definition's holds
	starts   map[int]int       // overrides of the first number
	begun    map[int]bool      // levels whose override was used
}

type numbering struct {
	lists    map[string]*list
	abstract map[string]*[maxLevels]*level
	counters map[string]*[maxLevels]int // of each definition; -1: not begun
	byStyle  map[string]map[string]int  // definition, style: level
}

func readNumbering(n *node) *numbering {
	out := &numbering{
		lists: map[string]*list{}, abstract: map[string]*[maxLevels]*level{},
		counters: map[string]*[maxLevels]int{}, byStyle: map[string]map[string]int{},
	}
	links, styles := map[string]string{}, map[string]string{}
	for _, a := range n.all("abstractNum") {
		id := a.attr("abstractNumId")
		out.abstract[id] = &[maxLevels]*level{}
		out.byStyle[id] = map[string]int{}
		for _, l := range a.all("lvl") {
			if i := number(l.attr("ilvl"), -1); 0 <= i && i < maxLevels {
				out.abstract[id][i] = readLevel(l)
				if st := l.val("pStyle"); st != "" {
					out.byStyle[id][st] = i
				}
			}
		}
		if v := a.val("numStyleLink"); v != "" {
			links[id] = v
		}
		if v := a.val("styleLink"); v != "" {
			styles[v] = id
		}
	}
	for id, style := range links { // a definition that stands for another
		if to, ok := styles[style]; ok {
			out.abstract[id] = out.abstract[to]
		}
	}
	for _, k := range n.all("num") {
		out.lists[k.attr("numId")] = readList(k)
	}
	return out
}

func readList(k *node) *list {
	l := &list{abstract: k.val("abstractNumId"), starts: map[int]int{}, begun: map[int]bool{}}
	for _, o := range k.all("lvlOverride") {
		i := number(o.attr("ilvl"), -1)
		if i < 0 || i >= maxLevels {
			continue
		}
		if v := number(o.val("startOverride"), -1); v >= 0 {
			l.starts[i] = v
		}
		if lvl := o.child("lvl"); lvl != nil {
			l.levels[i] = readLevel(lvl)
		}
	}
	return l
}

func readLevel(n *node) *level {
	l := &level{
		start: number(n.val("start"), 0), format: n.val("numFmt"), text: n.val("lvlText"), gap: " ",
		restart: number(n.val("lvlRestart"), -1), legal: n.on("isLgl"),
	}
	if l.format == "" {
		l.format = n.path("AlternateContent", "Choice").val("numFmt")
	}
	if n.val("suff") == "nothing" {
		l.gap = ""
	}
	l.indent = readIndent(n.child("pPr"))
	return l
}

// next counts a paragraph of a list and gives its marker, with what stands
// between it and the text.
func (n *numbering) next(ref numRef) (marker, gap string) {
	l := n.lists[ref.id]
	if l == nil || n.abstract[l.abstract] == nil || ref.level < 0 || ref.level >= maxLevels {
		return "", ""
	}
	c := n.counters[l.abstract]
	if c == nil {
		c = &[maxLevels]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}
		n.counters[l.abstract] = c
	}
	def := n.level(l, ref.level)
	if def == nil {
		return "", ""
	}
	start, overridden := l.starts[ref.level]
	switch {
	case overridden && !l.begun[ref.level]:
		c[ref.level], l.begun[ref.level] = start, true
	case c[ref.level] < 0 && overridden:
		c[ref.level] = start
	case c[ref.level] < 0:
		c[ref.level] = def.start
	default:
		c[ref.level]++
	}
	for i := range ref.level { // a level that was passed over counts as begun
		if d := n.level(l, i); c[i] < 0 && d != nil {
			c[i] = d.start
		}
	}
	for i := ref.level + 1; i < maxLevels; i++ {
		if d := n.level(l, i); d == nil || d.restart < 0 || ref.level < d.restart {
			c[i] = -1
		}
	}
	return n.marker(l, def, c), def.gap
}

func (n *numbering) level(l *list, i int) *level {
	if l.levels[i] != nil {
		return l.levels[i]
	}
	return n.abstract[l.abstract][i]
}

// marker fills in the %1 to %9 of a level's text.
func (n *numbering) marker(l *list, def *level, c *[maxLevels]int) string {
	if def.format == "bullet" {
		return bullet(def.text)
	}
	var b strings.Builder
	for i := 0; i < len(def.text); i++ {
		if def.text[i] != '%' || i+1 == len(def.text) || def.text[i+1] < '1' || def.text[i+1] > '9' {
			b.WriteByte(def.text[i])
			continue
		}
		i++
		at := int(def.text[i] - '1')
		format := def.format
		if d := n.level(l, at); d != nil {
			format = d.format
		}
		if def.legal {
			format = "decimal"
		}
		b.WriteString(inFormat(format, max(c[at], 0)))
	}
	return b.String()
}

// symbols are the bullets of Word's galleries, which stand in the private use
// area of the fonts Symbol and Wingdings, as Unicode has them.
var symbols = map[rune]string{
	0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0A7: "▪",
	0xF0A8: "□", 0xF071: "❑", 0xF09F: "•", 0xF0A1: "○", 0xF0DE: "⇒", 0xF0E0: "→", 0xF0E8: "➔", 0xF076: "❖",
	0xF0B2: "☆", 0xF0AB: "★", 0xF077: "◆", 0xF073: "◆", 0xF074: "◆", 0xF0FE: "☑", 0xF06F: "□", 0xF070: "□",
}

func bullet(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch s, ok := symbols[r]; {
		case ok:
			b.WriteString(s)
		case 0xF000 <= r && r <= 0xF0FF:
			b.WriteString("•")
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}
