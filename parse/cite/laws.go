package cite

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// Laws is a list of laws by number, as e-Gov publishes it.
type Laws struct {
	byNumber map[string]lawEntry
	byTitle  map[string][]string // title to numbers
}

// A lawEntry is a law of the list.
type lawEntry struct {
	title string
	old   string // 旧法令名
	id    string
	link  string
}

// Bounds on the list: e-Gov's has some 10,000 rows of at most 2 KiB.
const (
	maxLaws     = 100_000
	maxLawField = 4096
	maxLawRow   = 256 << 10 // bytes
)

// ReadLaws reads e-Gov's list of laws: CSV in UTF-8 with a header, of which
// the columns 法令番号 and 法令名 are needed and 法令ID, 本文URL and 旧法令名 used
// where they are there. A law that stands in several rows (versions to come)
// keeps the first. Errors name the line.
func ReadLaws(r io.Reader) (*Laws, error) {
	br := bufio.NewReader(r)
	if b, err := br.Peek(3); err == nil && string(b) == "\uFEFF" {
		_, _ = br.Discard(3)
	}
	row := &rowReader{r: br}
	cr := csv.NewReader(row)
	cr.FieldsPerRecord = -1
	cr.LazyQuotes = true
	head, err := cr.Read()
	if err != nil {
		return nil, fmt.Errorf("1: the list of laws has no header; give e-Gov's CSV: %w", err)
	}
	col, err := lawColumns(head)
	if err != nil {
		return nil, err
	}
	l := &Laws{byNumber: map[string]lawEntry{}, byTitle: map[string][]string{}}
	for line := 1; ; {
		row.bytes = 0
		fields, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return l, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%d: no row of CSV: %w", line+1, err)
		}
		line, _ = cr.FieldPos(0)
		if err := l.add(fields, col, line); err != nil {
			return nil, err
		}
	}
}

// A rowReader refuses a row that is too long, before its fields fill memory.
type rowReader struct {
	r     io.Reader
	bytes int // since the row began
}

func (r *rowReader) Read(b []byte) (int, error) {
	if r.bytes > maxLawRow {
		return 0, fmt.Errorf("it has more than %d bytes", maxLawRow)
	}
	n, err := r.r.Read(b)
	r.bytes += n
	return n, err
}

// lawColumns finds the columns by the names in the header.
func lawColumns(head []string) (map[string]int, error) {
	col := map[string]int{}
	for k, h := range head {
		if !utf8.ValidString(h) {
			return nil, errors.New("1: the list of laws is not UTF-8; convert it first")
		}
		h = strings.TrimSpace(h)
		if _, has := col[h]; !has {
			col[h] = k
		}
	}
	for _, need := range []string{"法令番号", "法令名"} {
		if _, ok := col[need]; !ok {
			return nil, fmt.Errorf("1: the list of laws has no column %s; give e-Gov's CSV", need)
		}
	}
	return col, nil
}

func (l *Laws) add(row []string, col map[string]int, line int) error {
	get := func(name string) string {
		k, ok := col[name]
		if !ok || k >= len(row) {
			return ""
		}
		return strings.TrimSpace(row[k])
	}
	for _, c := range row {
		if len(c) > maxLawField || !utf8.ValidString(c) {
			return fmt.Errorf("%d: a field of the list of laws is no text of a law; give e-Gov's CSV in UTF-8", line)
		}
	}
	title := get("法令名")
	n, ok := ParseLawNumber(get("法令番号"))
	if !ok || title == "" {
		return nil
	}
	if _, has := l.byNumber[n]; has {
		return nil
	}
	if len(l.byNumber) >= maxLaws {
		return fmt.Errorf("%d: the list of laws has more than %d laws", line, maxLaws)
	}
	l.byNumber[n] = lawEntry{title: title, old: get("旧法令名"), id: get("法令ID"), link: get("本文URL")}
	l.byTitle[title] = append(l.byTitle[title], n)
	return nil
}

// ParseLawNumber normalises a law number: 平成二十六年法律第百四号 gives
// 平成26年法律第104号. It reports false for anything else.
func ParseLawNumber(s string) (string, bool) {
	s = strings.TrimSpace(s)
	dates := era.Scan(s)
	if len(dates) == 0 || dates[0].Start != 0 {
		return "", false
	}
	n, ok := readLawNumber(s, &dates[0])
	if !ok || n.end != len(s) {
		return "", false
	}
	return n.text, true
}

// confirm gives a law what the list knows of it. A nil list knows nothing.
func (l *Laws) confirm(w *Work) {
	if l == nil {
		return
	}
	e, ok := l.byNumber[w.Number]
	if !ok {
		return
	}
	w.LawID = e.id
	if foldTitle(e.title) != foldTitle(w.Title) {
		w.Titles = appendNew(w.Titles, e.title)
	}
}

// titleBefore gives the length in bytes of the title that the list has for the
// number and that s ends with, 0 where it ends with none.
func (l *Laws) titleBefore(number, s string) int {
	e, ok := l.byNumber[number]
	if !ok {
		return 0
	}
	for _, t := range []string{e.title, e.old} {
		if t != "" && strings.HasSuffix(s, t) {
			return len(t)
		}
	}
	return 0
}

// numberOf gives the number of the only law with this title.
func (l *Laws) numberOf(title string) (string, bool) {
	if l == nil {
		return "", false
	}
	n := l.byTitle[title]
	if len(n) != 1 {
		return "", false
	}
	return n[0], true
}
