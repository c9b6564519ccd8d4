package pdf

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Options are the limits and the password of [Read].
type Options struct {
	Password  string
	MaxPages  int
	MaxTime   time.Duration
	MaxMemory int64 // bytes, with the file
}

// module is what PDFium may use, in bytes: what the file leaves of it, and at
// least what a copy of the file takes and some room to work.
func (o Options) module(file int) int64 {
	return max(o.MaxMemory-int64(file), int64(file)+leastMemory)
}

// characters is how many characters the pages may have together. Each takes some
// ninety bytes until all pages are read, and more when they are put together: here
// is room for a million, some seven hundred dense pages.
func (o Options) characters() int64 { return o.MaxMemory / 160 }

// The errors on which callers branch.
var (
	ErrPassword = errors.New("it is encrypted")
	ErrWrong    = errors.New("the password is wrong")
	ErrTime     = errors.New("reading it takes too long")
	ErrMemory   = errors.New("reading it takes too much memory, or it is damaged")
	ErrDamaged  = errors.New("it is no sound PDF")
	ErrPage     = errors.New("it cannot be read")
	ErrText     = errors.New("its pages have too many characters")
)

// A PagesError is a PDF with more pages than are allowed.
type PagesError struct{ Pages, Limit int }

func (e *PagesError) Error() string {
	return fmt.Sprintf("the PDF has %d pages, the limit is %d", e.Pages, e.Limit)
}

// pagesPerWorker is from how many pages on a second instance pays for itself.
const pagesPerWorker = 8

// readPages reads every page, in several instances of PDFium side by side. The
// time counts from when PDFium is there: the first start on a machine compiles
// it for seconds, which is none of the file's doing.
func readPages(data []byte, opt Options) ([]*page, error) {
	if _, err := theEngine(); err != nil {
		return nil, err
	}
	deadline := time.Now().Add(opt.MaxTime)
	first, err := openDocument(data, opt, deadline, newBudget(opt.module(len(data))))
	if err != nil {
		return nil, err
	}
	n, err := first.pageCount()
	if err == nil && n > opt.MaxPages {
		err = &PagesError{n, opt.MaxPages}
	}
	if err != nil {
		first.close()
		return nil, err
	}
	r := pageReader{data: data, opt: opt, deadline: deadline, pages: make([]*page, n), errs: make([]error, n)}
	r.parallel(first, min(max(1, n/pagesPerWorker), runtime.GOMAXPROCS(0), maxWorkers))
	r.rest()
	return r.pages, r.firstError()
}

// A pageReader reads the pages of one document.
type pageReader struct {
	data     []byte
	opt      Options
	deadline time.Time
	pages    []*page
	errs     []error      // of pages; nil where none was tried
	text     atomic.Int64 // characters so far
}

// read reads a page and counts its characters.
func (r *pageReader) read(d *document, i int) error {
	p, err := d.page(i)
	if err == nil && r.text.Add(int64(len(p.glyphs))) > r.opt.characters() {
		p, err = nil, ErrText
	}
	r.pages[i], r.errs[i] = p, err
	return err
}

// parallel reads pages in several instances, which share the memory that is
// allowed.
func (r *pageReader) parallel(first *document, workers int) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			d := first
			if w > 0 {
				var err error
				if d, err = openDocument(r.data, r.opt, r.deadline, first.budget); err != nil {
					return // the others read its pages
				}
			}
			defer d.close()
			for i := int(next.Add(1)) - 1; i < len(r.pages); i = int(next.Add(1)) - 1 {
				if r.read(d, i) != nil {
					next.Store(int64(len(r.pages)))
				}
			}
		})
	}
	wg.Wait()
}

// rest goes on where memory that the instances share ran out, in one that has
// all of it, and that begins anew where a page does not fit beside what is kept
// of those before it: whether a page can be read does not depend on how many
// cores there are.
func (r *pageReader) rest() {
	var d *document
	defer func() { d.closeAny() }()
	for i := range r.pages {
		if r.text.Load() > r.opt.characters() {
			return
		}
		if r.pages[i] != nil && r.errs[i] == nil {
			continue
		}
		if r.errs[i] != nil && !errors.Is(r.errs[i], ErrMemory) {
			return
		}
		if d != nil && !errors.Is(r.read(d, i), ErrMemory) {
			continue
		}
		d.closeAny()
		if d, r.errs[i] = r.alone(); r.errs[i] != nil || r.read(d, i) != nil {
			return
		}
	}
}

// alone opens the document with all memory that is allowed.
func (r *pageReader) alone() (*document, error) {
	return openDocument(r.data, r.opt, r.deadline, newBudget(r.opt.module(len(r.data))))
}

// sideBySide calls f for 0 to n-1 on all cores.
func sideBySide(n int, f func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}

// maxWorkers bounds the memory that the instances use together.
const maxWorkers = 4

func (r *pageReader) firstError() error {
	for i, err := range r.errs {
		switch {
		case errors.Is(err, ErrText):
			return err
		case err != nil:
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}
