package corpus

import (
	"context"
	"encoding/json"

	"shinkyu/parse/source"
)

// A reading is what has to be known again to read the same bytes the same way.
// The password of a PDF is none of it: a corpus is handed on.
type reading struct {
	As        source.Format    `json:"as,omitempty"`
	Encoding  string           `json:"encoding,omitempty"`
	Revisions source.Revisions `json:"revisions,omitempty"`
}

func encodeReading(opt source.Options) string {
	r := reading{opt.As, opt.Encoding, opt.Revisions}
	if r == (reading{}) {
		return ""
	}
	out, _ := json.Marshal(r) // strings alone
	return string(out)
}

// readingOf gives the options by which a document was read, with the limits of
// opt.
func readingOf(d *Document, opt source.Options) source.Options {
	var r reading
	if d.Reading != "" && json.Unmarshal([]byte(d.Reading), &r) == nil {
		opt.As, opt.Encoding, opt.Revisions = r.As, r.Encoding, r.Revisions
	}
	return opt
}

// A Stored is a document as it was added, ready to be read.
type Stored struct {
	Name   string
	Bytes  []byte
	Source source.Options
}

// Stored gives the bytes of a document and how they are to be read, with the
// limits of opt. An id such as d3@1 names an earlier version.
func (c *Corpus) Stored(ctx context.Context, id string, opt source.Options) (*Stored, error) {
	d, err := c.store.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	data, err := c.store.Bytes(ctx, id)
	if err != nil {
		return nil, err
	}
	return &Stored{Name: d.Name, Bytes: data, Source: readingOf(d, opt)}, nil
}
