package cite

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

var namesLine = regexp.MustCompile(`^\d+: `)

// FuzzReadLaws holds that any bytes given as the list of laws are read or
// refused with their line, and that finding goes on with what was read.
func FuzzReadLaws(f *testing.F) {
	for _, s := range []string{
		"\uFEFF法令種別,法令番号,法令名,法令名読み,旧法令名,公布日,法令ID,本文URL\n法律,平成二十六年法律第百四号,サイバーセキュリティ基本法,さいばー,,2014-11-12,426AC1000000104,https://example.invalid/\n",
		"法令番号,法令名\n平成十五年法律第五十七号,個人情報の保護に関する法律\n平成十五年法律第五十七号,同じ番号\n",
		"法令番号,法令名\n\"昭和\n二十二年法律第六十七号\",\"地方\"\"自治法\"\n,,\n",
		"法令名,法令番号\r\n基本法,\r\n", "法令番号\n", "", "\"", "法令番号,法令名\n\xff,\xfe\n", "a,b\n1,2\n",
	} {
		f.Add(s)
	}
	src, err := source.Read("f.txt", []byte("サイバーセキュリティ基本法（平成26年法律第104号）第1条、個人情報の保護に関する法律"), source.Options{As: source.Text})
	if err != nil {
		f.Fatal(err)
	}
	doc := parse.Parse(src)
	f.Fuzz(func(t *testing.T, list string) {
		laws, err := ReadLaws(strings.NewReader(list))
		if err != nil {
			if !namesLine.MatchString(err.Error()) {
				t.Fatalf("no line in %q", err)
			}
			return
		}
		for number, law := range laws.byNumber {
			if n, ok := ParseLawNumber(number); !ok || n != number {
				t.Fatalf("%q is no law number in its plain form", number)
			}
			if law.title == "" || !utf8.ValidString(law.title) {
				t.Fatalf("law %s is called %q", number, law.title)
			}
		}
		if _, err := Find(doc, Options{Laws: laws}); err != nil {
			t.Fatal(err)
		}
	})
}
