package token

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// made gives n bytes of sentences that were made of words of many kinds: hardly
// any of them stands in it twice.
func made(n int) string {
	words := strings.Fields(`政府 関係府省庁 地方公共団体 サイバーセキュリティ対策 重要インフラ事業者 情報通信技術 デジタル社会 人材
		経済安全保障 脆弱性情報 クラウドサービス サプライチェーン・リスク 研究開発 国際連携 行政手続 中小企業 予算 制度 基盤 計画 法令 指針`)
	verbs := strings.Fields(`推進する 強化する 見直す 検討を進める 支援する 図る 整備した 公表している 求められる 定めることとする 踏まえて取り組む`)
	links := strings.Fields(`における に関する を踏まえた や 及び に対する のための として、 を通じて、 について、 （令和６年度）の 第３条に基づく`)
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	for b.Len() < n {
		for range 2 + r.IntN(6) {
			b.WriteString(pick(words) + pick(links))
		}
		b.WriteString(pick(words) + "を" + pick(verbs) + "。")
		if r.IntN(5) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()[:strings.LastIndexAny(b.String()[:n], "。\n")]
}

// BenchmarkWords cuts 3 MB that were never cut before, a document of 60 kB, a
// sample document, and that again.
func BenchmarkWords(b *testing.B) {
	sample, err := os.ReadFile(filepath.Join("..", "..", "testdata", "fy2024.txt"))
	if err != nil {
		b.Fatal(err)
	}
	long := made(3 << 20)
	for _, c := range []struct {
		name, text string
		again      bool
	}{
		{"made", long, false},
		{"made-small", long[:strings.Index(long[60000:], "。")+60000], false},
		{"sample", string(sample), false},
		{"sample-again", string(sample), true},
	} {
		b.Run(c.name, func(b *testing.B) {
			tok := open(b).(*ipa)
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				if !c.again {
					tok = newIPA(tok.dict) // knows no chunk yet
				}
				tok.Words(c.text)
			}
		})
	}
}
