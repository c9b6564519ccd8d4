package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"shinkyu/parse"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

// InputOptions say how documents are read.
type InputOptions struct {
	As, Encoding, Password, Revisions string

	MaxBytes, MaxMemory int64
	MaxPages, MaxDepth  int
	MaxLines            int
	MaxSeconds          int

	MaxEntries, MaxRatio int // of the zip archive of a Word file

	DB string // a corpus, of which documents are named by id
}

// AddFlags registers the flags of the options.
func (o *InputOptions) AddFlags(cmd *cobra.Command, l language) {
	cmd.Flags().StringVar(&o.DB, "db", "", l.say(helpInputDB))
	o.addReadingFlags(cmd, l)
}

// addReadingFlags registers the flags that say how a file is read.
func (o *InputOptions) addReadingFlags(cmd *cobra.Command, l language) {
	f := cmd.Flags()
	f.StringVar(&o.As, "as", "", l.say(helpAs))
	f.StringVar(&o.Encoding, "encoding", "", l.say(helpEncoding))
	f.StringVar(&o.Password, "password", "", l.say(helpPassword))
	f.StringVar(&o.Revisions, "revisions", "", l.say(helpRevisions))
	f.Int64Var(&o.MaxBytes, "max-bytes", source.DefaultMaxBytes, l.say(helpMaxBytes))
	f.IntVar(&o.MaxLines, "max-lines", source.DefaultMaxLines, l.say(helpMaxLines))
	f.IntVar(&o.MaxPages, "max-pages", source.DefaultMaxPages, l.say(helpMaxPages))
	f.IntVar(&o.MaxSeconds, "max-seconds", int(source.DefaultMaxTime/time.Second), l.say(helpMaxSeconds))
	f.Int64Var(&o.MaxMemory, "max-memory", source.DefaultMaxMemory, l.say(helpMaxMemory))
	f.IntVar(&o.MaxDepth, "max-depth", source.DefaultMaxDepth, l.say(helpMaxDepth))
	f.IntVar(&o.MaxEntries, "max-entries", source.DefaultMaxEntries, l.say(helpMaxEntries))
	f.IntVar(&o.MaxRatio, "max-ratio", source.DefaultMaxRatio, l.say(helpMaxRatio))
	complete(cmd, "as", formats)
	complete(cmd, "encoding", encodings)
	complete(cmd, "revisions", revisions)
}

// The values that --as, --encoding and --revisions take.
var (
	formats   = []string{"text", "markdown", "html", "docx", "pdf", "egov-xml"}
	encodings = []string{"utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16", "utf-16le", "utf-16be"}
	revisions = []string{"accepted", "original", "final"}
)

// overrides reports whether a document of a corpus is to be read otherwise than
// when it was added.
func (o *InputOptions) overrides() bool {
	return o.As != "" || o.Encoding != "" || o.Password != "" || o.Revisions != ""
}

// source gives the options as the readers take them.
func (o *InputOptions) source() (source.Options, error) {
	for _, f := range []struct {
		name, value string
		values      []string
	}{{"as", o.As, formats}, {"encoding", o.Encoding, encodings}, {"revisions", o.Revisions, revisions}} {
		if err := oneOf(f.name, f.value, f.values); err != nil {
			return source.Options{}, err
		}
	}
	return source.Options{
		As: source.Format(o.As), Encoding: o.Encoding, Password: o.Password, Revisions: source.Revisions(o.Revisions),
		MaxBytes: o.MaxBytes, MaxPages: o.MaxPages, MaxMemory: o.MaxMemory, MaxDepth: o.MaxDepth, MaxLines: o.MaxLines,
		MaxEntries: o.MaxEntries, MaxRatio: o.MaxRatio,
		MaxTime: time.Duration(o.MaxSeconds) * time.Second,
	}, nil
}

// readDocument reads and parses one input and warns of what its reader could
// not use.
func (a *app) readDocument(name string, opt *InputOptions) (*parse.Document, error) {
	doc, warnings, err := a.parseInput(name, opt)
	for _, w := range warnings {
		fmt.Fprint(a.stderr, w)
	}
	return doc, err
}

// parseInput reads and parses one input, and gives the lines that warn of what
// its reader could not use.
func (a *app) parseInput(name string, opt *InputOptions) (doc *parse.Document, warnings []string, err error) {
	so, err := opt.source()
	if err != nil {
		return nil, nil, err
	}
	var data []byte
	if opt.DB != "" && isStored(name) {
		name, data, so, err = a.readStored(name, opt.DB, so)
	} else {
		data, err = a.readInput(name, so.MaxBytes)
	}
	if err != nil {
		return nil, nil, err
	}
	release := boundHeap(max(readingHeap, readingShare*int64(len(data))))
	src, err := source.Read(name, data, so)
	release()
	if err != nil {
		return nil, nil, err
	}
	if err := src.CheckJapanese(); err != nil {
		return nil, nil, err
	}
	for _, w := range src.Warnings {
		warnings = append(warnings, fmt.Sprintf("shinkyu: %s%s\n", at(name, w.Line), a.say(msgWarning, a.translate(w.Message))))
	}
	return parse.Parse(src), warnings, nil
}

var stdinTwice = trouble{File: "-", Msg: msgStdinTwice, Remedy: msgStdinTwiceRemedy}

// readInput gives the bytes of a file or of standard input, unless there are
// more than limit.
func (a *app) readInput(name string, limit int64) ([]byte, error) {
	if name == "-" {
		if a.stdinRead {
			return nil, stdinTwice
		}
		a.stdinRead = true
		return readLimited(name, a.stdin, limit)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fileTrouble(name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fileTrouble(name, err)
	}
	if info.IsDir() {
		return nil, trouble{File: name, Msg: msgFolder, Remedy: msgFolderRemedy}
	}
	if info.Mode().IsRegular() && info.Size() > limit {
		return nil, &source.Error{Name: name, Msg: fmt.Sprintf("the file has %d bytes, the limit is %d", info.Size(), limit), Remedy: "raise it with --max-bytes"}
	}
	if info.Mode().IsRegular() {
		return readWhole(name, f, info.Size(), limit)
	}
	return readLimited(name, f, limit)
}

// readWhole reads a file of some size, and what it has grown by meanwhile.
func readWhole(name string, f io.Reader, size, limit int64) ([]byte, error) {
	data := make([]byte, size)
	n, err := io.ReadFull(f, data)
	if err != nil { // it shrank, or cannot be read
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return data[:n], nil
		}
		return nil, fileTrouble(name, err)
	}
	more, err := readLimited(name, f, limit-size)
	if len(more) == 0 || err != nil {
		return data, err
	}
	return append(data, more...), nil
}

// readLimited reads all of r where that is not more than limit. It reads piece
// by piece, so that what is too much takes no more memory than the limit.
func readLimited(name string, r io.Reader, limit int64) ([]byte, error) {
	var pieces [][]byte
	var size int64
	for {
		piece := make([]byte, pieceBytes)
		n, err := io.ReadFull(r, piece)
		pieces, size = append(pieces, piece[:n]), size+int64(n)
		switch {
		case size > limit:
			return nil, &source.Error{Name: name, Msg: fmt.Sprintf("the file has more than %d bytes, the limit", limit), Remedy: "raise it with --max-bytes"}
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return slices.Concat(pieces...), nil
		case err != nil:
			return nil, fileTrouble(name, err)
		}
	}
}

const pieceBytes = 256 << 10

// aside is the limit of a file that goes with the documents: its own, unless
// the user gave --max-bytes another value.
func (o *InputOptions) aside(own int64) int64 {
	if o.MaxBytes == source.DefaultMaxBytes {
		return own
	}
	return o.MaxBytes
}

// fileTrouble says why a file cannot be opened or read.
func fileTrouble(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return trouble{File: name, Msg: msgNoFile, Remedy: msgNoFileRemedy}
	case errors.Is(err, fs.ErrPermission):
		return trouble{File: name, Msg: msgNoPermission, Remedy: msgNoPermissionRemedy}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return trouble{File: name, Msg: plainMessage(err.Error()), Remedy: msgReadRemedy}
}

// plainMessage is a message that has no translation.
func plainMessage(s string) message { return message{text: lang.Text{JA: s, EN: s}} }
