package lang_test

import (
	"testing"

	"shinkyu/parse/render/lang"
)

func TestParse(t *testing.T) {
	for _, l := range []lang.Lang{lang.Japanese, lang.English} {
		if got, err := lang.Parse(string(l)); err != nil || got != l {
			t.Errorf("%s is read as %s, %v", l, got, err)
		}
	}
	for _, s := range []string{"", "JA", "fr"} {
		if _, err := lang.Parse(s); err == nil {
			t.Errorf("%q is taken for a language", s)
		}
	}
}

// TestCatalogue: a sentence is known only whole, groups go in by number as
// written or translated, and what is not known stays as it is.
func TestCatalogue(t *testing.T) {
	c := lang.NewCatalogue([][2]string{
		{`a blank line`, `空行`},
		{`marker (\S+): (.+)`, `番号 {1}：{2!}`},
		{`(\S+) of (\S+) em`, `{2} 字のうち {1} 字`},
	})
	for s, want := range map[string]string{
		"a blank line":             "空行",
		"a blank line too":         "a blank line too",
		"marker ①: a blank line":   "番号 ①：空行",
		"marker ①: something else": "番号 ①：something else",
		"marker {2!}: 12 of 35 em": "番号 {2!}：35 字のうち 12 字", // a document's own words are no places to fill
		"":                         "",
	} {
		if got := c.In(lang.Japanese, s); got != want {
			t.Errorf("%q gives %q, want %q", s, got, want)
		}
		if got := c.In(lang.English, s); got != s {
			t.Errorf("%q in English gives %q", s, got)
		}
	}
}

func TestOf(t *testing.T) {
	for _, c := range []struct{ s, ja, en string }{
		{"同じ題名で後の決定 (same title, newer decision)", "同じ題名で後の決定", "same title, newer decision"},
		{"plain (in brackets)", "plain (in brackets)", "plain (in brackets)"},
		{"日本語 (日本語)", "日本語 (日本語)", "日本語 (日本語)"},
		{"決定 (a) と", "決定 (a) と", "決定 (a) と"},
		{" (only)", " (only)", " (only)"},
		{"前 (一) 後 (after)", "前 (一) 後", "after"},
	} {
		if ja, en := lang.Of(lang.Japanese, c.s), lang.Of(lang.English, c.s); ja != c.ja || en != c.en {
			t.Errorf("%q gives %q and %q", c.s, ja, en)
		}
	}
}

func TestText(t *testing.T) {
	page := lang.Text{JA: "%[2]d頁%[1]s", EN: "%s on page %d"}
	if got := page.Format(lang.Japanese, "注", 3); got != "3頁注" {
		t.Error(got)
	}
	if got := page.Format(lang.English, "note", 3); got != "note on page 3" {
		t.Error(got)
	}
}
