package source

import (
	"time"

	"shinkyu/parse/source/internal/flow"
)

// Options say how a document is to be read. The zero value is the common
// case: kind and encoding told from the content, and limits that no honest
// document meets. A limit that is hit is an [Error] that names the flag to
// raise.
type Options struct {
	As        Format    // forces the kind (--as); empty: told from the content
	Encoding  string    // forces the encoding of text (--encoding): utf-8, utf-16, utf-16le, utf-16be, shift_jis, euc-jp, iso-2022-jp
	Password  string    // of an encrypted PDF (--password)
	Revisions Revisions // how tracked changes of a Word file are read (--revisions)

	MaxBytes  int64         // of the input, and of what a Word file unpacks to; of a PDF two thirds, of a text two fifths of it (--max-bytes); 0: [DefaultMaxBytes]
	MaxLines  int           // of a text (--max-lines); 0: [DefaultMaxLines]
	MaxPages  int           // of a PDF (--max-pages); 0: [DefaultMaxPages]
	MaxTime   time.Duration // for reading a PDF (--max-seconds); 0: [DefaultMaxTime]
	MaxMemory int64         // bytes, for a PDF with what reads it, and for the tree of Word, HTML and XML (--max-memory); 0: [DefaultMaxMemory]
	MaxDepth  int           // of nested elements in HTML (512 at most) and XML; of Markdown a quarter of it (--max-depth); 0: [DefaultMaxDepth]

	MaxEntries int // of the zip archive that a Word file is (--max-entries); 0: [DefaultMaxEntries]
	MaxRatio   int // how many times its packed size a part of a Word file may unpack to (--max-ratio); 0: [DefaultMaxRatio]
}

// The limits where none are given. They are far above real documents (a white
// paper of 500 pages is some 50 MB), and such that what is refused takes less than
// 300 MB of memory.
const (
	DefaultMaxBytes  = 96 << 20
	DefaultMaxLines  = 500_000
	DefaultMaxPages  = 5000
	DefaultMaxTime   = 90 * time.Second
	DefaultMaxMemory = 160 << 20
	DefaultMaxDepth  = 1000

	DefaultMaxEntries = 20_000
	DefaultMaxRatio   = 1000
)

// Revisions is how tracked changes are read.
type Revisions string

// The ways to read tracked changes. The empty value means accepted.
const (
	Accepted Revisions = "accepted" // insertions in, deletions out
	Original Revisions = "original" // as before any of them
	Final    Revisions = "final"    // a synonym of accepted, named as Word names it
)

// withDefaults gives the options with every limit set.
func (o Options) withDefaults() Options {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.MaxLines <= 0 {
		o.MaxLines = DefaultMaxLines
	}
	if o.MaxPages <= 0 {
		o.MaxPages = DefaultMaxPages
	}
	if o.MaxTime <= 0 {
		o.MaxTime = DefaultMaxTime
	}
	if o.MaxMemory <= 0 {
		o.MaxMemory = DefaultMaxMemory
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = DefaultMaxDepth
	}
	if o.MaxEntries <= 0 {
		o.MaxEntries = DefaultMaxEntries
	}
	if o.MaxRatio <= 0 {
		o.MaxRatio = DefaultMaxRatio
	}
	return o
}

// limits are those of the readers of text. A tag or a run of text may be a
// twenty-fourth of what the input may be: 4 MiB, some five hundred pages.
func (o Options) limits() flow.Limits {
	return flow.Limits{Depth: o.MaxDepth, Memory: o.MaxMemory, Token: max(o.MaxBytes/24, 1)}
}
