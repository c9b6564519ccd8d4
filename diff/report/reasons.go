package report

import "shinkyu/parse/render/lang"

// Reason gives a sentence of the comparison (a setting, a notice, why a work
// is taken for the newer edition of another) in language l.
func Reason(l lang.Lang, s string) string { return reasons.In(l, lang.Of(l, s)) }

var reasons = lang.NewCatalogue([][2]string{
	{`words`, `語の切り分け`},
	{`correspondence`, `対応づけ`},
	{`edits`, `変更の検出`},
	{`terms`, `語の増減`},
	{`kagome, IPA dictionary`, `kagome、IPA 辞書`},
	{
		`one optimal assignment over the log-odds of character pairs, terms, headings, citations, parents and children, by margin over the next best`,
		`文字の並び・語・見出し・引用・上位と下位の領域の対数オッズの和を最大にする一つの割当て。次点との差で採否を決める`,
	},
	{`sentences in order, then words; shortest script, cleaned`, `文を順に対応させ、次に語を比べる。最短の編集列を整えたもの`},
	{`log-odds ratio with an informative prior`, `事前分布を置いた対数オッズ比（Monroe ほか 2008）`},
	{`(.+:\d+): (\w+) not applied: (.+)`, `{1}: {2} を適用しなかった：{3!}`},
	{`in the old document there is no (.+)`, `旧の文書に {1} がない`},
	{`in the new document there is no (.+)`, `新の文書に {1} がない`},
	{`in the old document (.+) stands (\d+) times`, `旧の文書に {1} が {2} 回ある`},
	{`in the new document (.+) stands (\d+) times`, `新の文書に {1} が {2} 回ある`},
	{`a unit of it is in another decision, or named twice`, `領域が他の判断にもあるか、二度示されている`},
	{`same title`, `題名が同じ`},
	{`same title but for its numbers`, `数を除き題名が同じ`},
})
