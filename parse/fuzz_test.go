package parse_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// FuzzParse holds the laws on any text.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		data, err := os.ReadFile(filepath.Join("..", "testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data[:4000]))
		f.Add(string(data))
	}
	for _, s := range []string{
		"", "\n", "\f\f", "1\n", "（\n（\n（\n", "第一条\n", "目次\n第1章 総則 … 1\n第1章 総則\n本文。\n",
		"附　則\n（施行期日）\n１　この法律は、公布の日から施行する。\n", "・\n・\n※1\n※\n", "\ufeff１．\u200b\n\u3000\u3000a)\r\nb)\r",
		"計画\n令和5年4月1日\n本部決定\n1 目的\n本文である。\n- 1 -\n2 体制\n以上\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<16 || text == "" {
			return
		}
		checkLaws(t, parseText(t, "fuzz", text))
	})
}
