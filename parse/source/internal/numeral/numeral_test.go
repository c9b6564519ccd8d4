package numeral

import (
	"strings"
	"testing"
)

func TestSystems(t *testing.T) {
	for _, c := range []struct {
		system string
		write  func(n int) string
		want   string // of 1, 2, 10, 26, 27, 53, 105
	}{
		{"numeric", func(n int) string { return Numeric(n, Kanji) }, "一 二 一〇 二六 二七 五三 一〇五"},
		{"fixed", func(n int) string { return Fixed(n, "甲乙丙丁") }, "甲 乙 10 26 27 53 105"},
		{"cyclic", func(n int) string { return Cyclic(n, Latin) }, "a b j z a a a"},
		{"symbolic", func(n int) string { return Symbolic(n, Latin) }, "a b j z aa aaa aaaaa"},
		{"alphabetic", func(n int) string { return Alphabetic(n, Latin) }, "a b j z aa ba da"},
		{"alphabetic kana", func(n int) string { return Alphabetic(n, Gojuon) }, "ア イ コ ハ ヒ アキ イス"},
		{"roman", Roman, "I II X XXVI XXVII LIII CV"},
		{"counting", Plain.Write, "一 二 十 二十六 二十七 五十三 百五"},
		{"legal", Legal.Write, "壱 弐 壱拾 弐拾六 弐拾七 伍拾参 壱百伍"},
	} {
		var got []string
		for _, n := range []int{1, 2, 10, 26, 27, 53, 105} {
			got = append(got, c.write(n))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.system, s, c.want)
		}
	}
}

// TestOutside holds that a number that a system has no signs for is still told.
func TestOutside(t *testing.T) {
	for name, got := range map[string]string{
		"fixed": Fixed(0, "甲"), "cyclic": Cyclic(0, "甲"), "symbolic": Symbolic(0, "甲"),
		"alphabetic": Alphabetic(0, "甲"), "roman": Roman(0),
	} {
		if got != "0" {
			t.Errorf("%s of 0: %q", name, got)
		}
	}
	if got := Plain.Write(0) + Plain.Write(10000) + Roman(4000); got != "〇一〇〇〇〇4000" {
		t.Error(got)
	}
	if got := Symbolic(1<<40, Latin); len(got) > maxRepeats {
		t.Errorf("%d signs", len(got))
	}
}
