package flow

import "io"

// A Meter reads XML and counts how much of it there is, and how much one token
// takes, which a decoder holds whole.
type Meter struct {
	R     io.Reader
	Left  int64 // bytes that may still be read; what follows them is cut off
	Token int64 // bytes read since the token began; the caller sets it to 0
	Most  int64 // bytes of the longest tag or run of text
	// Over is why reading was ended, if it was: a decoder that is cut off inside
	// a character says only that.
	Over error
}

// Read reads for an [xml.Decoder].
func (m *Meter) Read(b []byte) (int, error) {
	switch {
	case m.Left <= 0:
		return 0, io.EOF
	case m.Token > m.Most:
		m.Over = TokenError(m.Most)
		return 0, m.Over
	}
	n, err := m.R.Read(b[:min(int64(len(b)), m.Left)])
	m.Left -= int64(n)
	m.Token += int64(n)
	return n, err
}
