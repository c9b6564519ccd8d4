package cite

import "testing"

// The classes of signs are those of Unicode, but for what Japanese writes with
// them: the signs on both sides of every bound.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		name    string
		is      func(rune) bool
		yes, no string
	}{
		{"white space", isSpace, " \t\n\r\f\u00a0\u3000", "\v\u0085!\u2002、あ"},
		{"ideographs", isIdeograph, "一丁龥鿿々〇〆ヶ㐀㐁䶿\uf900\uf901\ufaff\U00020000\U00020001\U0003ffff", "㏿䷀〡〥ヵヷあアA￿ꀀ가\ue000\uf8ff\ufb00\U0001f600\U00040000ﬀ"},
		{"katakana", isKatakana, "ァアンヴヵヶヺーｦｧﾟ", "゠・ぁん、｡･ﾠ一A"},
		{"hiragana", isHiragana, "ぁあんゔゕゖゝゞ", "〿\u3040\u3097゛゜ゟァ一A"},
		{"Latin", isLatin, "09azAZ０９ａｚＡＺ", "/:`{@[／：｀｛＠［αéｱ一あ"},
		{"numerals", isNumeral, "〇零一二三四五六七八九十百千万09０９", "/:／：億壱①Ⅳ月第"},
	} {
		for _, r := range c.yes {
			if !c.is(r) {
				t.Errorf("%q is none of the %s", r, c.name)
			}
		}
		for _, r := range c.no {
			if c.is(r) {
				t.Errorf("%q is one of the %s", r, c.name)
			}
		}
	}
}

// Offsets before the text, in it and behind it.
func TestStepsOverSigns(t *testing.T) {
	const s = " 第\u3000 一 "
	for _, c := range []struct {
		at, skip, back int
		here, before   rune
	}{
		{-1, -1, -1, 0, 0},
		{0, 1, 0, ' ', 0},
		{1, 1, 0, '第', ' '},
		{4, 8, 4, '\u3000', '第'},
		{7, 8, 4, ' ', '\u3000'},
		{8, 8, 4, '一', ' '},
		{11, 12, 11, ' ', '一'},
		{12, 12, 11, 0, ' '},
		{13, 13, 11, 0, ' '},
	} {
		if c.at <= len(s) {
			if got := backSpace(s, c.at); got != c.back {
				t.Errorf("backSpace at %d gives %d, not %d", c.at, got, c.back)
			}
			if got := runeBefore(s, c.at); got != c.before {
				t.Errorf("before %d stands %q, not %q", c.at, got, c.before)
			}
		}
		if got := skipSpace(s, c.at); got != c.skip {
			t.Errorf("skipSpace at %d gives %d, not %d", c.at, got, c.skip)
		}
		if got := runeAt(s, c.at); got != c.here {
			t.Errorf("at %d stands %q, not %q", c.at, got, c.here)
		}
	}
}
