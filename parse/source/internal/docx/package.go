package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"strings"

	"shinkyu/parse/source/internal/flow"
)

// Options are the limits and choices of [Read].
type Options struct {
	Original  bool  // as before all tracked changes; else with all accepted
	MaxBytes  int64 // of all parts that are read, unpacked
	MaxDepth  int   // of nested elements
	MaxMemory int64 // bytes
	// The limits of a zip archive that no real file comes near: Word itself
	// writes some dozens of parts, and XML shrinks by a factor of 10 to 100.
	MaxEntries int
	MaxRatio   int // how many times its size in the archive a part may have
}

// ratioFrom is the size below which a ratio does no harm, in bytes.
const ratioFrom = 1 << 20

// A pkg is the zip file with its parts.
type pkg struct {
	files map[string]*zip.File
	opt   Options
	left  int64 // bytes that may still be unpacked
	nodes int64 // that may still be made of them
}

// What memory is taken to be used, in bytes: a node with its name, attributes
// and place among others; and a byte of XML, beside its node.
const (
	memoryPerNode = 160
	memoryPerByte = 3
)

func open(data []byte, opt Options) (*pkg, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > opt.MaxEntries {
		return nil, &flow.LimitError{What: fmt.Sprintf("the zip archive has %d entries", len(z.File)), Limit: int64(opt.MaxEntries), Flag: "--max-entries"}
	}
	p := &pkg{files: map[string]*zip.File{}, opt: opt, left: opt.MaxBytes, nodes: opt.MaxMemory / memoryPerNode}
	for _, f := range z.File {
		p.files[strings.TrimPrefix(strings.ReplaceAll(f.Name, "\\", "/"), "/")] = f
	}
	return p, nil
}

// part unpacks and parses a part; nil where there is none.
func (p *pkg) part(name string) (*node, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	limit := p.left
	if packed := int64(f.CompressedSize64); packed <= limit/int64(p.opt.MaxRatio) {
		limit = max(packed*int64(p.opt.MaxRatio), min(ratioFrom, limit))
	}
	most := p.opt.MaxMemory / memoryPerByte
	room := min(limit, most)
	size := int64(min(f.UncompressedSize64, math.MaxInt64)) // as the archive itself says
	var buf bytes.Buffer
	if size <= room {
		buf.Grow(int(size) + bytes.MinRead)
		n, err := buf.ReadFrom(io.LimitReader(r, room+1))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		size = n
	}
	data := buf.Bytes()
	switch {
	case size > p.left:
		return nil, &flow.LimitError{What: "it unpacks to too many bytes", Limit: p.opt.MaxBytes, Flag: "--max-bytes"}
	case size > limit:
		return nil, &flow.LimitError{What: name + " unpacks to too many times its size", Limit: int64(p.opt.MaxRatio), Flag: "--max-ratio"}
	case size > most:
		return nil, p.memoryError()
	}
	p.left -= int64(len(data))
	root, err := parse(data, p.opt.MaxDepth, &p.nodes)
	switch {
	case errors.Is(err, errNodes):
		return nil, p.memoryError()
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return root, nil
}

func (p *pkg) memoryError() error {
	return &flow.LimitError{What: "reading it takes too many bytes of memory", Limit: p.opt.MaxMemory, Flag: "--max-memory"}
}

// main finds the document part by the relations of the package.
func (p *pkg) main() (string, error) {
	rels, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/officeDocument") && p.files[r.target] != nil {
			if !strings.HasPrefix(r.target, "word") && p.files["word/document.xml"] == nil {
				return "", errors.New("it is an Office file of another kind (" + path.Dir(r.target) + ")")
			}
			return r.target, nil
		}
	}
	if p.files["word/document.xml"] != nil {
		return "word/document.xml", nil
	}
	return "", errors.New("the zip archive holds no Word document")
}

// A relation ties a part to another one.
type relation struct{ id, kind, target string }

// relations gives those of a part, of the package itself for the empty name.
func (p *pkg) relations(of string) ([]relation, error) {
	dir, file := path.Split(of)
	n, err := p.part(dir + "_rels/" + file + ".rels")
	if n == nil || err != nil {
		return nil, err
	}
	var out []relation
	for _, k := range n.all("Relationship") {
		target := k.attr("Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(dir, target)
		}
		out = append(out, relation{k.attr("Id"), k.attr("Type"), target})
	}
	return out, nil
}
