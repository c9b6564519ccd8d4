package token

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"shinkyu/parse/token/lattice"
)

func open(t testing.TB) Tokenizer {
	t.Helper()
	tok, err := IPA()
	if err != nil {
		t.Fatal(err)
	}
	return tok
}

func TestWords(t *testing.T) {
	text := "脆弱性情報とSBOMを公表した。"
	var got []string
	for _, w := range open(t).Words(text) {
		got = append(got, w.Surface+"/"+w.POS+"/"+w.Base)
		if text[w.Start:w.End] != w.Surface {
			t.Errorf("%q stands at %d:%d", w.Surface, w.Start, w.End)
		}
	}
	want := "脆弱/名詞/脆弱 性/名詞/性 情報/名詞/情報 と/助詞/と SBOM/名詞/SBOM を/助詞/を 公表/名詞/公表 し/動詞/する た/助動詞/た 。/記号/。"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func FuzzWordsCover(f *testing.F) {
	for _, s := range []string{"", "令和６年度\n予算。", strings.Repeat("ア", 5000), strings.Repeat("x ", 3000), "\xff\xfe令和", "a\u0301 \u3000。"} {
		f.Add(s)
	}
	tok := open(f)
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range tok.Words(text) {
			if w.Start < end || text[w.Start:w.End] != w.Surface {
				t.Fatalf("%q at %d:%d, the one before ended at %d", w.Surface, w.Start, w.End, end)
			}
			if left := strings.TrimFunc(text[end:w.Start], unicode.IsSpace); left != "" {
				t.Fatalf("%q was left out", left)
			}
			end = w.End
		}
		if left := strings.TrimFunc(text[end:], unicode.IsSpace); left != "" {
			t.Fatalf("%q was left out at the end", left)
		}
	})
}

// A long text is cut by several goroutines; the words must be those of one.
func TestWordsOnAnyNumberOfCores(t *testing.T) {
	text := strings.Repeat("サプライチェーン・リスクを踏まえた、ソフトウェアの高度化に関する取組を推進する。\n「令和６年度」の予算", 2000)
	tok := open(t)
	long := tok.Words(text)
	var cut []Word
	for start := 0; start < len(text); {
		n := chunk(text[start:])
		for _, w := range tok.Words(text[start : start+n]) {
			w.Start, w.End = w.Start+start, w.End+start
			cut = append(cut, w)
		}
		start += n
	}
	if !slices.Equal(long, cut) {
		t.Errorf("%d words, %d one chunk at a time", len(long), len(cut))
	}
}

// Words that were cut before and forgotten again must be the same the next
// time.
func TestWordsAreTheSameAgain(t *testing.T) {
	tok, fresh := newIPA(open(t).(*ipa).dict), made(1<<20)
	text := fresh[:300000] + "\n" + fresh[:300000] + "\x00\xff。\x00\xff。" + fresh
	first := tok.Words(text)
	for range 2 {
		if !slices.Equal(tok.Words(text), first) {
			t.Fatal("other words")
		}
	}
	for _, s := range strings.SplitAfter(text[:100000], "。") {
		var want []Word
		for start := 0; start < len(s); {
			n := chunk(s[start:])
			c := cutter{dict: tok.dict, lattice: lattice.New(tok.dict), memo: newMemo()}
			c.cut(s, part{start, start + n})
			for _, token := range c.tokens {
				var w Word
				tok.describe(&w, token, s)
				want = append(want, w)
			}
			start += n
		}
		if !slices.Equal(tok.Words(s), want) {
			t.Fatalf("%q: other words", s)
		}
	}
}
