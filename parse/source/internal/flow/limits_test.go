package flow

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// maxToken is the longest token in the tests, in bytes.
const maxToken = 8 << 20

// endless gives one letter for ever.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

// TestMeter: a token without end stops the reader, and a token of some length
// after another does not.
func TestMeter(t *testing.T) {
	m := &Meter{R: io.MultiReader(strings.NewReader("<a>"), endless{}), Left: 1 << 40, Most: maxToken}
	dec := xml.NewDecoder(m)
	var err error
	for err == nil {
		_, err = dec.RawToken()
	}
	var limit *LimitError
	if !errors.As(m.Over, &limit) || limit.Limit != maxToken {
		t.Errorf("an endless token ends with %v, and the meter says %v", err, m.Over)
	}

	text := strings.Repeat("<a>"+strings.Repeat("x", 1<<20)+"</a>", 9)
	m = &Meter{R: strings.NewReader(text), Left: int64(len(text)), Most: maxToken}
	dec = xml.NewDecoder(m)
	tokens := 0
	for {
		if _, err = dec.RawToken(); err != nil {
			break
		}
		m.Token = 0
		tokens++
	}
	if err != io.EOF || tokens != 27 || m.Left != 0 || m.Over != nil {
		t.Errorf("%d tokens, %v, %d bytes left, %v", tokens, err, m.Left, m.Over)
	}
}

// TestMeterCutsOff: no byte beyond those that may be read gets through.
func TestMeterCutsOff(t *testing.T) {
	got, err := io.ReadAll(&Meter{R: endless{}, Left: 1000, Most: maxToken})
	if err != nil || len(got) != 1000 {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// TestBudget: what is taken is taken once, and the error says whose the limit
// is and how to raise it.
func TestBudget(t *testing.T) {
	b := NewBudget(elementBytes + 2*attributeBytes + 2*10 + textBytes + 2*5)
	if err := b.Element(2, 10); err != nil {
		t.Errorf("an element that there is room for: %v", err)
	}
	if err := b.Text(5); err != nil {
		t.Errorf("a text that there is room for: %v", err)
	}
	var limit *LimitError
	if err := b.Text(0); !errors.As(err, &limit) || limit.Flag != "--max-memory" || !strings.Contains(err.Error(), "the limit is 542") {
		t.Errorf("a budget used up: %v", err)
	}
}

// TestAdd: a block that shows nothing is none.
func TestAdd(t *testing.T) {
	var d Doc
	for _, b := range []Block{{}, {Kind: Heading, Level: 2, Why: "h2"}, {Gap: " "}, {Text: "文"}, {Marker: "①"}, {Rows: [][]string{{""}}}} {
		d.Add(b)
	}
	if len(d.Blocks) != 3 {
		t.Errorf("%d blocks", len(d.Blocks))
	}
}
