package parse

// findFurniture marks the lines that a page adds to the text.
func (p *parser) findFurniture() {
	p.furniture = map[int]FurnitureKind{}
	p.findPageNumbers()
	p.findClosings()
}

func (p *parser) setAside(i int, k FurnitureKind) {
	p.roles[i] = roleFurniture
	p.furniture[i] = k
}

// findClosings sets 以上 and （了） aside.
func (p *parser) findClosings() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.Width > 6 || p.roles[i] != roleText || l.Block >= 0 {
			continue
		}
		switch squeezed(p.src.Slice(l.Span)) {
		case "以上", "（以上）", "(以上)", "（了）", "(了)", "［了］", "（終）", "（以上）。", "以上。":
			p.setAside(i, FurnitureClosing)
		}
	}
}
