package wording_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/diff/wording"
	"shinkyu/parse/token"
)

// reworded gives a text of n sentences and the same with every third sentence
// worded in another way.
func reworded(n int) (older, newer string) {
	subjects := strings.Fields("政府 関係府省庁 地方公共団体 重要インフラ事業者 内閣官房 独立行政法人")
	objects := strings.Fields("情報共有体制 人材育成 サプライチェーン・リスク対策 クラウドサービス 国際連携 研究開発 演習")
	verbs := strings.Fields("推進する。 強化する。 検討する。 実施した。 求められる。")
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var a, b strings.Builder
	for i := range n {
		subject, object, verb := pick(subjects), pick(objects), pick(verbs)
		a.WriteString(subject + "は、令和２年度において、" + object + "を" + verb)
		if i%3 == 0 {
			object, verb = object+"及び"+pick(objects), pick(verbs)
		}
		b.WriteString(subject + "は、令和６年度において、" + object + "を" + verb)
	}
	return a.String(), b.String()
}

func BenchmarkCompare(b *testing.B) {
	tok, err := token.IPA()
	if err != nil {
		b.Fatal(err)
	}
	older, newer := reworded(1000)
	var samples [2]string
	for i, name := range []string{"fy2020.txt", "fy2024.txt"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "testdata", name))
		if err != nil {
			b.Fatal(err)
		}
		samples[i] = string(text)
	}
	for _, c := range []struct{ name, older, newer string }{{"made", older, newer}, {"samples", samples[0], samples[1]}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.older) + len(c.newer)))
			b.ReportAllocs()
			for b.Loop() {
				wording.Compare(c.older, c.newer, wording.Options{Tokenizer: tok, OldFiscalYear: 2020, NewFiscalYear: 2024})
			}
		})
	}
}
