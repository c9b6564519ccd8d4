package docx

// A style is one that a reader can change for the whole document at once.
type style struct {
	id, name, base, next string
	character            bool
	paragraph            func(*writer) // w:pPr
	run                  func(*writer) // w:rPr
}

// styles writes the styles of both forms. Line heights are exact or at least
// in points and not snapped to a grid: the tall metrics of 游明朝 would double
// them.
func styles() []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("w:styles", "xmlns:w", nsW)
	w.defaults()
	for _, s := range styleList() {
		w.style(s)
	}
	w.tableStyle()
	w.close("w:styles")
	return w.Bytes()
}

func (w *writer) defaults() {
	w.open("w:docDefaults")
	w.open("w:rPrDefault")
	w.open("w:rPr")
	w.fonts(mincho)
	w.size(21)
	w.empty("w:lang", "w:val", western, "w:eastAsia", "ja-JP", "w:bidi", "ar-SA")
	w.close("w:rPr")
	w.close("w:rPrDefault")
	w.open("w:pPrDefault")
	w.open("w:pPr")
	w.empty("w:snapToGrid", "w:val", "0")
	w.empty("w:spacing", "w:line", "340", "w:lineRule", "exact")
	w.close("w:pPr")
	w.close("w:pPrDefault")
	w.close("w:docDefaults")
}

// size sets half points.
func (w *writer) size(n int) {
	w.val("w:sz", num(n))
	w.val("w:szCs", num(n))
}

func (w *writer) fonts(name string) {
	w.empty("w:rFonts", "w:ascii", name, "w:eastAsia", name, "w:hAnsi", name, "w:cs", name)
}

func (w *writer) style(s style) {
	kind := "paragraph"
	if s.character {
		kind = "character"
	}
	attrs := []string{"w:type", kind, "w:styleId", s.id}
	if s.id == "Normal" {
		attrs = append(attrs, "w:default", "1")
	}
	w.open("w:style", attrs...)
	w.val("w:name", s.name)
	if s.base != "" {
		w.val("w:basedOn", s.base)
	}
	if s.next != "" {
		w.val("w:next", s.next)
	}
	w.empty("w:qFormat")
	if s.paragraph != nil {
		w.open("w:pPr")
		s.paragraph(w)
		w.close("w:pPr")
	}
	if s.run != nil {
		w.open("w:rPr")
		s.run(w)
		w.close("w:rPr")
	}
	w.close("w:style")
}

// spacing sets points before, after and between lines, in twentieths.
func spacing(before, after, line int) func(*writer) {
	return func(w *writer) {
		w.empty("w:spacing", "w:before", num(before), "w:after", num(after), "w:line", num(line), "w:lineRule", "exact")
	}
}

func styleList() []style {
	list := []style{
		{id: "Normal", name: "Normal"},
		{id: "Title", name: "Title", base: "Normal", next: "Normal", paragraph: func(w *writer) {
			spacing(0, 120, 520)(w)
			w.val("w:jc", "center")
		}, run: func(w *writer) { w.fonts(gothic); w.empty("w:b"); w.size(34) }},
		{id: "Subtitle", name: "Subtitle", base: "Normal", next: "Normal", paragraph: func(w *writer) {
			spacing(0, 60, 360)(w)
			w.val("w:jc", "center")
		}, run: func(w *writer) { w.size(22) }},
	}
	for i := 1; i <= 6; i++ {
		list = append(list, heading(i))
	}
	return append(list,
		style{id: "Body", name: "Body Text", base: "Normal", paragraph: func(w *writer) {
			spacing(0, 80, 340)(w)
			w.val("w:jc", "both")
		}},
		style{id: "CellText", name: "対照表本文", base: "Normal", paragraph: func(w *writer) {
			spacing(0, 0, 310)(w)
			w.val("w:jc", "both")
		}, run: func(w *writer) { w.size(20) }},
		style{id: "CellHeading", name: "対照表見出し", base: "CellText", paragraph: func(w *writer) {
			w.empty("w:keepNext")
			w.val("w:jc", "left")
		}, run: func(w *writer) { w.fonts(gothic) }},
		style{id: "CellHead", name: "表頭", base: "CellText", paragraph: func(w *writer) {
			w.empty("w:keepNext")
			w.val("w:jc", "center")
		}, run: func(w *writer) { w.fonts(gothic); w.empty("w:b"); w.size(20) }},
		style{id: "CellNote", name: "備考", base: "CellText", paragraph: func(w *writer) {
			spacing(0, 0, 240)(w)
			w.val("w:jc", "left")
		}, run: func(w *writer) { w.size(16) }},
		style{id: "Header", name: "header", base: "Normal", paragraph: func(w *writer) {
			spacing(0, 0, 240)(w)
			w.val("w:jc", "right")
		}, run: func(w *writer) { w.size(16) }},
		style{id: "Footer", name: "footer", base: "Normal", paragraph: func(w *writer) {
			spacing(0, 0, 240)(w)
			w.val("w:jc", "center")
		}, run: func(w *writer) { w.size(18) }},
		style{id: "CommentText", name: "annotation text", base: "Normal", paragraph: spacing(0, 0, 260), run: func(w *writer) { w.size(18) }},
		style{id: "Changed", name: "変更箇所", character: true, run: func(w *writer) { w.val("w:u", "single") }},
		style{id: "Absent", name: "新設・削る・略", character: true, run: func(w *writer) { w.fonts(gothic) }},
		style{id: "Hyperlink", name: "Hyperlink", character: true, run: func(w *writer) {
			w.val("w:color", "1F3864")
		}},
		style{id: "CommentReference", name: "annotation reference", character: true, run: func(w *writer) { w.size(16) }},
	)
}

func heading(level int) style {
	size := max(30-2*level, 21)
	return style{
		id: "Heading" + num(level), name: "heading " + num(level), base: "Normal", next: "Body",
		paragraph: func(w *writer) {
			w.empty("w:keepNext")
			w.empty("w:keepLines")
			spacing(280, 120, 400)(w)
			w.val("w:outlineLvl", num(level-1))
		},
		run: func(w *writer) { w.fonts(gothic); w.empty("w:b"); w.size(size) },
	}
}

// tableStyle is the frame of all tables: rules around, and thin ones inside.
func (w *writer) tableStyle() {
	w.open("w:style", "w:type", "table", "w:styleId", "Taishohyo")
	w.val("w:name", "対照表")
	w.open("w:tblPr")
	w.open("w:tblBorders")
	for _, b := range []struct{ side, kind, size, color string }{
		{"top", "single", "8", "000000"},
		{"left", "single", "8", "000000"},
		{"bottom", "single", "8", "000000"},
		{"right", "single", "8", "000000"},
		{"insideH", "single", "4", "7F7F7F"},
		{"insideV", "single", "4", "000000"},
	} {
		w.border(b.side, b.kind, b.size, b.color)
	}
	w.close("w:tblBorders")
	w.open("w:tblCellMar")
	for _, m := range []struct{ side, width string }{{"top", "40"}, {"left", "100"}, {"bottom", "40"}, {"right", "100"}} {
		w.empty("w:"+m.side, "w:w", m.width, "w:type", "dxa")
	}
	w.close("w:tblCellMar")
	w.close("w:tblPr")
	w.close("w:style")
}

func (w *writer) border(side, kind, size, color string) {
	w.empty("w:"+side, "w:val", kind, "w:sz", size, "w:space", "0", "w:color", color)
}
