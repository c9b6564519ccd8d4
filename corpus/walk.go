package corpus

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shinkyu/parse/source"
)

// documents are the extensions of the files that are taken from a folder. In
// a folder there are many other things, and to guess by content would add
// programs and tables of figures; a file that is named itself is always read.
var documents = []string{"", ".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ".docx", ".docm", ".pdf", ".xml"}

// A file is one that was named, or stands in a folder that was.
type file struct {
	path  string
	named bool // the user named the file itself
	skip  string
	err   error
	size  int64
}

// walk gives the files of the paths in order: that of the arguments, and by
// name in a folder. Symbolic links to folders are followed only where they are
// named, so that no walk goes round in circles.
func walk(ctx context.Context, paths []string, yield func(file) bool) {
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			if !yield(file{path: p, named: true, err: err}) {
				return
			}
		case info.IsDir():
			if !walkFolder(ctx, p, yield) {
				return
			}
		case !info.Mode().IsRegular(): // a pipe or a device may have no end
			if !yield(file{path: p, named: true, err: &source.Error{Name: p, Msg: notRegular, Remedy: "copy it to a file first"}}) {
				return
			}
		default:
			if !yield(file{path: p, named: true, size: info.Size()}) {
				return
			}
		}
	}
}

const notRegular = "this is no regular file"

func walkFolder(ctx context.Context, folder string, yield func(file) bool) bool {
	entries, err := os.ReadDir(folder) // sorted by name
	if err != nil && !yield(file{path: folder, err: err}) {
		return false
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case ctx.Err() != nil:
			return false
		case strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$"):
			continue // hidden, or the lock of an open Word file
		case e.IsDir():
			if !walkFolder(ctx, path, yield) {
				return false
			}
			continue
		}
		if f, ok := inFolder(path, e); ok && !yield(f) {
			return false
		}
	}
	return true
}

// inFolder looks at a file of a folder; ok is false for a link to a folder.
func inFolder(path string, e fs.DirEntry) (f file, ok bool) {
	f.path = path
	info, err := os.Stat(path)
	switch {
	case err != nil:
		f.err = err
	case info.IsDir():
		return f, false
	case !info.Mode().IsRegular():
		f.skip = notRegular
	case !slices.Contains(documents, strings.ToLower(filepath.Ext(e.Name()))):
		f.skip = "this is no document"
	default:
		f.size = info.Size()
	}
	return f, true
}
