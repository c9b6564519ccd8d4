package source

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestOfficePDFs reads a plan as LibreOffice prints it, in one column, in two and
// in vertical writing: the text is in its order, the notes are notes and behind the paragraph
// that they stand in, tables are cells, with rules and without.
func TestOfficePDFs(t *testing.T) {
	order := []string{
		"地域脱炭素推進計画", "地域脱炭素推進会議決定", "第1章総論", "1計画の趣旨", "2計画の期間", "（1）前期の取組", "（2）後期の取組",
		"第2章分野別の取組", "1エネルギー", "①太陽光発電", "ア公共施設への率先した導入", "イ営農型の太陽光発電", "②風力発電", "③地熱",
		"2交通", "表１目標の一覧", "区分指標目標値", "3住宅", "表２予算の推移", "再エネ導入", "第3章推進体制", "1点検", "以上",
	}
	for _, name := range []string{"office-plain", "office-columns", "office-tate"} {
		data, err := os.ReadFile("../../testdata/formats/" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		src, err := Read(name, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkSource(t, src)
		text, at := bodyText(src), 0
		for _, part := range order {
			i := strings.Index(text[at:], part)
			if i < 0 {
				t.Errorf("%s: %s is not where it should be", name, part)
				continue
			}
			at += i + len(part)
		}
		if name == "office-tate" {
			checkAcross(t, src)
			continue
		}
		notes := 0
		for _, b := range src.Blocks {
			if b.Kind != BlockNote {
				continue
			}
			notes++
			if before := strings.TrimSpace(src.Slice(src.Lines[b.First-1].Span)); !strings.HasSuffix(before, "。") {
				t.Errorf("%s: a note stands after %q", name, before)
			}
		}
		if notes != 2 {
			t.Errorf("%s has %d notes, want 2", name, notes)
		}
	}
}

// checkAcross looks for the page numbers and running heads, which run across the
// vertical pages.
func checkAcross(t *testing.T, src *Source) {
	t.Helper()
	found := map[string]int{}
	for _, b := range src.Blocks {
		if b.Kind == BlockFurniture {
			found[b.Why]++
		}
	}
	if found["page number"] != src.Pages || found["running head"] != src.Pages {
		t.Errorf("%d pages have %d page numbers and %d running heads", src.Pages, found["page number"], found["running head"])
	}
}

// TestUnruledTable reads a table of which the cells are told by their alignment.
func TestUnruledTable(t *testing.T) {
	data, err := os.ReadFile("../../testdata/formats/office-plain.pdf")
	if err != nil {
		t.Fatal(err)
	}
	src, err := Read("f", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(src.Blocks, func(b Block) bool { return b.Why == "aligned table" })
	if at < 0 {
		t.Fatal("no table is told by its alignment")
	}
	var rows []string
	for _, row := range src.Blocks[at].Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, src.Slice(c))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	want := []string{
		"事業名|令和４年度|令和５年度|令和６年度", "再エネ導入支援事業|1,200|1,350|2,010",
		"省エネ改修補助|850|900|1,120", "公共交通利用促進|75|120|95", "人材育成|40|45|60",
	}
	if fmt.Sprint(rows) != fmt.Sprint(want) {
		t.Errorf("the table is\n%s", strings.Join(rows, "\n"))
	}
}
