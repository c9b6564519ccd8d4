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
	MaxMemory int64 // bytes
}

// The errors on which callers branch.
var (
	ErrPassword = errors.New("it is encrypted")
	ErrWrong    = errors.New("the password is wrong")
	ErrTime     = errors.New("reading it takes too long")
	ErrMemory   = errors.New("reading it takes too much memory, or it is damaged")
	ErrDamaged  = errors.New("it is no sound PDF")
	ErrPage     = errors.New("it cannot be read")
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
	first, err := openDocument(data, opt, deadline, newBudget(opt.MaxMemory))
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
	errs     []error // of pages; nil where none was tried
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
				if r.pages[i], r.errs[i] = d.page(i); r.errs[i] != nil {
					next.Store(int64(len(r.pages)))
				}
			}
		})
	}
	wg.Wait()
}

// rest goes on where memory that the instances share ran out, with all of it
// for each page: whether a page can be read does not depend on how many cores
// there are.
func (r *pageReader) rest() {
	for i := range r.pages {
		if r.pages[i] != nil && r.errs[i] == nil {
			continue
		}
		if r.errs[i] != nil && !errors.Is(r.errs[i], ErrMemory) {
			return
		}
		d, err := openDocument(r.data, r.opt, r.deadline, newBudget(r.opt.MaxMemory))
		if err == nil {
			r.pages[i], err = d.page(i)
			d.close()
		}
		if r.errs[i] = err; err != nil {
			return
		}
	}
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
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}
