package token

// A Word is one morpheme in the sense of the IPA dictionary.
type Word struct {
	Surface string
	Start   int    // bytes in the text that was cut
	End     int    // bytes
	POS     string // 名詞, 動詞, 助詞, 記号 …
	Sub     string // サ変接続, 固有名詞, 格助詞, 数 …; empty where there is none
	Base    string // dictionary form; the surface where the dictionary has none
	Reading string // katakana; empty where unknown
	Known   bool   // in the dictionary
}

// A Tokenizer cuts a text into words. The words cover the text in order;
// only white space may be left out between them. It is safe for use by
// several goroutines.
type Tokenizer interface {
	Words(text string) []Word
}
