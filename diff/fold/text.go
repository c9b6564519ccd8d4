package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Folded is a text with its printing undone and the way back.
type Folded struct {
	Text string
	// At is, for every byte of Text and its end, the byte offset in the
	// original of the character that it came from. What was dropped between
	// two characters belongs to the first of them.
	At []int
}

// Text folds the characters of s: full-width ASCII to ASCII, half-width kana
// to full width, Kangxi radicals (which some PDF texts hold in place of the
// ideographs) to ideographs, dashes, wave dashes, commas and full stops to one
// form each. White space is dropped but between two Latin words, where one
// space stands for it.
func Text(s string) Folded {
	var b strings.Builder
	b.Grow(len(s))
	at := make([]int, 0, len(s)+1)
	f := folder{s: s}
	for f.next() {
		b.WriteRune(f.r)
		for range utf8.RuneLen(f.r) {
			at = append(at, f.at)
		}
	}
	return Folded{Text: b.String(), At: append(at, len(s))}
}

// String is the text of [Text] alone.
func String(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	f := folder{s: s}
	for f.next() {
		b.WriteRune(f.r)
	}
	return b.String()
}

// plain reports whether folding would leave s as it is.
func plain(s string) bool {
	for _, r := range s {
		if blank(r) || r == utf8.RuneError || one(r) != r || r == '，' || r == '．' || r >= 0xff61 && r <= 0xff9f {
			return false
		}
	}
	return true
}

// A folder reads a text one folded character at a time.
type folder struct {
	s    string
	i    int  // byte offset of what is read next
	r    rune // the folded character
	at   int  // byte offset in s of the character that r came from
	last rune // the folded character before r
}

func (f *folder) next() bool {
	space := false
	for f.i < len(f.s) {
		r, n := utf8.DecodeRuneInString(f.s[f.i:])
		if blank(r) {
			space = true
			f.i += n
			continue
		}
		folded, more := f.fold(r, f.s[f.i+n:])
		if space && latin(f.last) && latin(folded) {
			f.r, f.at, f.last = ' ', spaceBefore(f.s, f.i), ' '
			return true
		}
		f.r, f.at, f.last = folded, f.i, folded
		f.i += n + more
		return true
	}
	return false
}

// blank reports whether r shows nothing: white space, also that of no width.
func blank(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff }

// spaceBefore gives the byte offset of the white-space character that ends at
// i.
func spaceBefore(s string, i int) int {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return i - n
}

// fold gives the folded form of r, and how many bytes of what follows it took
// in (the sound mark of a half-width kana).
func (f *folder) fold(r rune, rest string) (rune, int) {
	switch {
	case r == '，' || r == '．':
		return f.point(r, rest), 0
	case r >= 0xff61 && r <= 0xff9f:
		return halfKana(r, rest)
	}
	return one(r), 0
}

// point folds a full-width comma or full stop: the ASCII one beside a digit
// (１，０００, １．２, ５．), the Japanese one elsewhere.
func (f *folder) point(r rune, rest string) rune {
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == '，' && digit(f.last) && digit(one(next)):
		return ','
	case r == '，':
		return '、'
	case digit(f.last):
		return '.'
	}
	return '。'
}

// one folds the characters that need no context.
func one(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r >= 0xff01 && r <= 0xff5e && r != '～' && r != '，' && r != '．':
		return r - 0xfee0
	case r >= 0x2f00 && r <= 0x2fd5:
		return radicals[r-0x2f00]
	}
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '─':
		return '-'
	case '～', '〜':
		return '〜'
	case '･':
		return '・'
	}
	return r
}

func latin(r rune) bool {
	return r < 0x80 && (unicode.IsLetter(r) || digit(r)) || r >= 0xc0 && r <= 0x24f
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// kana are the full-width forms of U+FF61 to U+FF9F.
var kana = []rune("。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜")

// halfKana folds a half-width kana with the sound mark after it.
func halfKana(r rune, rest string) (rune, int) {
	full := kana[r-0xff61]
	mark, n := utf8.DecodeRuneInString(rest)
	switch {
	case mark == 'ﾞ' && full == 'ウ':
		return 'ヴ', n
	case mark == 'ﾞ' && (full >= 'カ' && full <= 'ト' || full >= 'ハ' && full <= 'ホ'):
		return full + 1, n
	case mark == 'ﾟ' && full >= 'ハ' && full <= 'ホ':
		return full + 2, n
	}
	return full, 0
}

// radicals are the ideographs that the Kangxi radicals U+2F00 to U+2FD5 stand
// for (the compatibility mappings of the Unicode Character Database).
var radicals = []rune("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")
