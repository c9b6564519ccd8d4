package words

import (
	"slices"
	"strings"
	"testing"

	"shinkyu/parse/token"
)

func cutterOf(t testing.TB) *Cutter {
	t.Helper()
	tok, err := token.IPA()
	if err != nil {
		t.Fatal(err)
	}
	return &Cutter{Tokenizer: tok}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"サイバー": "さいばー", "ｻｲﾊﾞｰ": "さいばー", "ＩｏＴ": "iot", "推進": "推進", "、": "", "Ver.2": "ver2", "㈱": "株", "ヴ": "ゔ", "\xff": "", "①": "1",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	text := "ＩｏＴ機器（ｾﾝｻｰ等）を、推進した。"
	var got []string
	for _, w := range cutterOf(t).Words(text) {
		got = append(got, w.Text+"="+text[w.Start:w.End])
	}
	want := "iot=ＩｏＴ 機器=機器 せんさー=ｾﾝｻｰ 等=等 を=を 推進=推進 する=し た=た"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// TestIndexer asserts that remembered sentences give the same as fresh ones,
// and the same as the words of the whole text.
func TestIndexer(t *testing.T) {
	cut := cutterOf(t)
	x := NewIndexer(cut)
	text := "サプライチェーン・リスクに備える。訓練を行う。サプライチェーン・リスクに備える。"
	var whole []string
	for _, w := range cut.Words(text) {
		whole = append(whole, w.Text)
	}
	for range 2 {
		var got []string
		terms := map[string]int{}
		x.Read(text, terms, func(words []string) { got = append(got, words...) })
		if !slices.Equal(got, whole) {
			t.Errorf("%q", got)
		}
		if terms["サプライチェーン・リスク"] != 2 || terms["訓練"] != 1 {
			t.Errorf("%v", terms)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"ＩｏＴ機器", "ｶﾞ゛", "\xffａ", "ﷺ。㍿", "a\u0301", strings.Repeat("ｱﾞ", 50)} {
		f.Add(s)
	}
	cut := cutterOf(f)
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range cut.Words(text) {
			if w.Start < 0 || w.Start > w.End || w.End > len(text) || w.Start < end && w.End < end {
				t.Fatalf("%q at %d:%d of %d, after %d", w.Text, w.Start, w.End, len(text), end)
			}
			if w.Text == "" || strings.ContainsAny(w.Text, " \"*():^") {
				t.Fatalf("word %q", w.Text)
			}
			end = max(end, w.End)
		}
	})
}
