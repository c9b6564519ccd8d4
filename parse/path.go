package parse

import (
	"strconv"
	"strings"

	"shinkyu/parse/marker"
)

// finish names the sections and collects the furniture.
func (p *parser) finish() {
	for i := range p.lines {
		if p.roles[i] == roleFurniture {
			p.doc.Furniture = append(p.doc.Furniture, Furniture{Kind: p.furniture[i].kind, Text: p.lineText(i)})
		}
	}
	p.addCutOuts()
	paths := pathNamer{used: map[string]int{}}
	paths.name(p.doc.Content, "")
}

// A pathNamer gives every section its path.
type pathNamer struct {
	used map[string]int
}

func (n *pathNamer) name(content []Node, prefix string) {
	headings, bullets := 0, 0
	for _, node := range content {
		s, ok := node.(*Section)
		if !ok {
			continue
		}
		m := &s.Marker
		var c string
		switch {
		case m.Kind.IsAnnex():
			c = m.Kind.Word()
			if m.Number > 0 {
				c += component(m.Numbers, m.Number)
			}
		case m.Kind.IsBullet():
			bullets++
			c = "b" + strconv.Itoa(bullets)
		case m.Number > 0 && (len(m.Numbers) == 0 || !isBranch(s)):
			c = strconv.Itoa(m.Number)
		case m.Number > 0:
			c = component(m.Numbers, m.Number)
		default:
			headings++
			c = "h" + strconv.Itoa(headings)
		}
		path := c
		if prefix != "" {
			path = prefix + "/" + c
		}
		n.used[path]++
		if k := n.used[path]; k > 1 {
			path += "~" + strconv.Itoa(k)
		}
		s.Path = path
		n.name(s.Content, path)
	}
}

// isBranch tells 第十二条の三 and 一の二 from 1.2.3.
func isBranch(s *Section) bool {
	return strings.HasPrefix(string(s.Marker.Kind), "第") || s.Marker.Kind == marker.Kanji
}

func component(numbers []int, number int) string {
	if len(numbers) == 0 {
		return strconv.Itoa(number)
	}
	parts := make([]string, len(numbers))
	for i, v := range numbers {
		parts[i] = strconv.Itoa(v)
	}
	return strings.Join(parts, "_")
}
