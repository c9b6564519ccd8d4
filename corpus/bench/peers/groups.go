package main

import (
	"path/filepath"
	"strings"
)

// A group is a command of shinkyu and what is measured beside it.
type group struct {
	title string
	own   []string
	peers []peer
	bytes []string // files whose size is told as a speed, patterns
	asked asked
	cold  bool // each run has an empty cache
}

// A peer is another tool.
type peer struct {
	name string
	args []string
}

// asked is what the group must show; what is zero is not asked for.
type asked struct {
	milliseconds float64
	share        float64 // of the first peer's time
	speed        float64 // MB a second
	memory       float64 // MB
}

// groups are what is measured, on the sample documents and on generated ones.
func (b *bench) groups() []group {
	const old, newer = "testdata/fy2020.txt", "testdata/fy2024.txt"
	shinkyu := b.at("shinkyu")
	many, _ := filepath.Glob(b.at("many/documents/*/*.txt"))
	large, _ := filepath.Glob(b.at("large/documents/000/*.txt"))
	words := b.at("words.txt")
	list := []group{
		{title: "`--help`", own: []string{shinkyu, "--help"}, asked: asked{milliseconds: 10}},
		{title: "`parse` of a sample", own: []string{shinkyu, "parse", old}, asked: asked{milliseconds: 20}},
		{
			title: "`diff` of the samples", own: []string{shinkyu, "diff", old, newer},
			peers: []peer{
				{"docdiff", []string{"docdiff", "--encoding=UTF-8", "--eol=LF", old, newer}},
				{"git diff --word-diff over MeCab's words", b.wordDiff(old, newer)},
			},
			asked: asked{share: 0.5, memory: 60},
		},
		{title: "the same, first run ever", own: []string{shinkyu, "diff", old, newer}, asked: asked{milliseconds: 1500}, cold: true},
		{
			title: "words of 3 MB", own: []string{b.at("peers"), "-words", words}, bytes: []string{words},
			peers: []peer{
				{"MeCab, one core", []string{"mecab", "-b", "100000", "-Owakati", words}},
				{"MeCab with features", []string{"mecab", "-b", "100000", words}},
			},
			asked: asked{share: 1},
		},
		{title: "`cite` over 1,000 documents, 20 MB", own: append([]string{shinkyu, "cite"}, many...), bytes: many, asked: asked{speed: 5}},
		{title: "`diff` of two documents of 1 MB", own: append([]string{shinkyu, "diff"}, large[3:]...), asked: asked{milliseconds: 3000}},
	}
	for _, pdf := range []string{"testdata/formats/fy2020-book.pdf", "testdata/formats/fy2020-tate.pdf"} {
		list = append(list, group{
			title: "`parse` of " + filepath.Base(pdf), own: []string{shinkyu, "parse", pdf},
			peers: []peer{{"pdftotext (no structure)", []string{"pdftotext", pdf, "-"}}},
		})
	}
	return list
}

// wordDiff is a shell's command line that cuts both texts with MeCab and
// compares their words, in files of this run.
func (b *bench) wordDiff(old, newer string) []string {
	line := "mecab -Owakati OLD >OLDW && mecab -Owakati NEW >NEWW && git diff --no-index --word-diff OLDW NEWW || true"
	line = strings.NewReplacer("OLDW", b.at("old.words"), "NEWW", b.at("new.words"), "OLD", old, "NEW", newer).Replace(line)
	return []string{"sh", "-c", line, "mecab", "git"}
}
