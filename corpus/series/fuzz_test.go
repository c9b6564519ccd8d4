package series

import (
	"testing"
	"unicode/utf8"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// FuzzDerive holds that any document and path give a label whose text is
// sound, and that names near each other are told the same either way round.
func FuzzDerive(f *testing.F) {
	f.Add("情報政策に関する令和６年度予算重点化方針（案）\n\n令和5年6月5日\n情報政策本部決定\n", "/a/令和６年度/plan.txt")
	f.Add("第2版 基本計画 Ver.1.0\n", "R5\x93\xfa.txt")
	f.Add("令和〇年度 （）\n", "")
	f.Add("1\n", "//..")
	f.Fuzz(func(t *testing.T, text, origin string) {
		src, err := source.Read("f.txt", []byte(text), source.Options{As: source.Text})
		if err != nil {
			return
		}
		l := Derive(parse.Parse(src), origin)
		if utf8.ValidString(origin) && (!utf8.ValidString(l.Series) || !utf8.ValidString(l.Title)) {
			t.Fatalf("%+v", l)
		}
		if l.FiscalYear < 0 || l.FiscalYear > 9999 {
			t.Fatalf("fiscal year %d", l.FiscalYear)
		}
		if a, b := Near([]string{l.Series, origin}), Near([]string{origin, l.Series}); len(a) != len(b) {
			t.Fatalf("%v, the other way round %v", a, b)
		}
	})
}
