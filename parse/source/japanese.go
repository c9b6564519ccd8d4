package source

import "unicode"

// HasJapanese reports whether the text holds any Japanese: kana, or a Chinese
// character.
func (s *Source) HasJapanese() bool {
	for _, r := range s.Text {
		if r >= 0x2E80 && isJapanese(r) {
			return true
		}
	}
	return false
}

// CheckJapanese gives an [*Error] where the source has no Japanese text.
func (s *Source) CheckJapanese() error {
	if s.HasJapanese() {
		return nil
	}
	return &Error{
		Name:   s.Name,
		Msg:    "no Japanese text was found in it",
		Remedy: "give a Japanese policy document, or name its kind with --as and its encoding with --encoding",
	}
}

// isJapanese takes the compatibility forms of PDF text (⽇, ﾆﾎﾝ, 㐂) as well.
func isJapanese(r rune) bool {
	switch {
	case 0x3041 <= r && r <= 0x30FF, 0x3400 <= r && r <= 0x9FFF, r == 0x3005, r == 0x3006, r == 0x3007:
		return true
	case 0xFF66 <= r && r <= 0xFF9F, 0xF900 <= r && r <= 0xFAFF, 0x2E80 <= r && r <= 0x2FDF:
		return true
	}
	return r >= 0x20000 && unicode.Is(unicode.Han, r)
}
