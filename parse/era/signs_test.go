package era

import (
	"fmt"
	"strings"
	"testing"
)

// TestSigns holds of every character of the first plane of Unicode whether it
// is a digit, a sign of place, an open place, part of a Latin word, kana, or
// the beginning of an expression.
func TestSigns(t *testing.T) {
	const (
		half, full = "0123456789", "０１２３４５６７８９"
		latin      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		wide       = "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
		numerals   = half + full + "〇零一二三四五六七八九" + "十百千万億兆"
		relatives  = "昨去本今来再次翌前同先"
		names      = "明大昭平令㍾㍽㍼㍻㋿西MTSHRFＭＴＳＨＲＦ"
	)
	for r := rune(0); r <= 0xFFFF; r++ {
		for _, is := range []struct {
			what string
			got  bool
			list string
		}{
			{"numeral", isNumeral(r), numerals},
			{"open place", isHole(r), "〇○●◯◎■□×✕XＸxｘ＊*＿_?？"},
			{"sign of a word", isWordRune(r), half + full + latin + wide},
			{"beginning", begins(r), numerals + relatives + names},
			{"beginning of a word", isRelative(r), relatives},
		} {
			if want := strings.ContainsRune(is.list, r) && r != '\uFFFD'; is.got != want {
				t.Errorf("%q U+%04X is a %s: %v, want %v", r, r, is.what, is.got, want)
			}
		}
		if got, want := kana(string(r)), 0x3040 <= r && r <= 0x30FF; got != want {
			t.Errorf("%q U+%04X is a kana: %v, want %v", r, r, got, want)
		}
	}
	for _, s := range []string{"", "\xE3", "\xE3\x81", "\xE3\x81R3年", "\xE3\x81\x7F", "\xE3\x81\xC0"} {
		if kana(s) {
			t.Errorf("%q begins with a kana", s)
		}
	}
}

// TestEveryDay holds that every day of an era, and no other, is read with the
// era's name and that its value is the day.
func TestEveryDay(t *testing.T) {
	for _, e := range eras {
		last := e.to
		if last == "" {
			last = "2029-12-31"
		}
		year, month, day := max(e.firstYear(), gregorianFrom), 1, 1
		for {
			p := point{year: year, month: month, day: day}
			want := p.plain()
			if want > last {
				break
			}
			text := fmtDay(e.name, year-e.firstYear()+1, month, day)
			list := Scan(text)
			if len(list) != 1 || list[0].Text != text {
				t.Fatalf("%s is read as %s", text, show(list))
			}
			if got := list[0]; want >= e.from && (got.EDTF != want || got.Err != nil) || want < e.from && (got.EDTF != "" || got.Counted != want || got.Err == nil) {
				t.Errorf("%s is read as %s", text, show(list))
			}
			year, month, day = normal(year, month, day+1)
		}
		text := fmtDay(e.name, year-e.firstYear()+1, month, day)
		if list := Scan(text); e.to != "" && (len(list) != 1 || list[0].Err == nil || list[0].EDTF != "") {
			t.Errorf("%s, behind the end of the era, is read as %s", text, show(list))
		}
	}
}

func fmtDay(name string, year, month, day int) string {
	return fmt.Sprintf("%s%d年%d月%d日", name, year, month, day)
}
