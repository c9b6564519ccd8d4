package pdf

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	pdfium "github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
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
)

// A PagesError is a PDF with more pages than are allowed.
type PagesError struct{ Pages, Limit int }

func (e *PagesError) Error() string {
	return fmt.Sprintf("the PDF has %d pages, the limit is %d", e.Pages, e.Limit)
}

// pagesPerWorker is from how many pages on a second instance pays for itself.
const pagesPerWorker = 8

// readPages reads every page, in several instances of PDFium side by side.
//
// Code in WebAssembly cannot be stopped from outside without checks in every
// loop of it, and these make it three to four times slower. So the deadline is
// looked at between pages, memory is bounded by the instance, and a page that
// runs on past the deadline is left behind.
func readPages(data []byte, opt Options) ([]*page, error) {
	// The first start on a machine compiles PDFium for seconds, which is none
	// of the file's doing.
	if _, err := engine(opt.MaxMemory); err != nil {
		return nil, err
	}
	deadline := time.Now().Add(opt.MaxTime)
	type result struct {
		pages []*page
		err   error
	}
	done := make(chan result, 1)
	go func() {
		pages, err := readAll(data, opt, deadline)
		done <- result{pages, err}
	}()
	timer := time.NewTimer(opt.MaxTime)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.pages, r.err
	case <-timer.C:
		return nil, ErrTime
	}
}

func readAll(data []byte, opt Options, deadline time.Time) ([]*page, error) {
	first, err := openDocument(data, opt)
	if err != nil {
		return nil, err
	}
	n, err := first.pageCount()
	if err != nil {
		first.close()
		return nil, err
	}
	if n > opt.MaxPages {
		first.close()
		return nil, &PagesError{n, opt.MaxPages}
	}
	pages, errs := make([]*page, n), make([]error, n)
	workers := min(max(1, n/pagesPerWorker), runtime.GOMAXPROCS(0), 4)
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			d := first
			if w > 0 {
				var err error
				if d, err = openDocument(data, opt); err != nil {
					return // the others read its pages
				}
			}
			defer d.close()
			for i := range next {
				if time.Now().After(deadline) {
					errs[i] = ErrTime
					continue
				}
				pages[i], errs[i] = d.page(i)
				if errs[i] != nil {
					return
				}
			}
		})
	}
	wg.Wait()
	return pages, firstError(pages, errs)
}

func firstError(pages []*page, errs []error) error {
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	for i, p := range pages {
		if p == nil {
			return fmt.Errorf("page %d: %w", i+1, ErrMemory)
		}
	}
	return nil
}

// A document is a PDF open in an instance of its own.
type document struct {
	inst pdfium.Pdfium
	ref  references.FPDF_DOCUMENT
}

func openDocument(data []byte, opt Options) (d *document, err error) {
	inst, err := instance(opt.MaxMemory)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = inst.Close()
		}
	}()
	defer recoverAs(&err)
	req := &requests.OpenDocument{File: &data}
	if opt.Password != "" {
		req.Password = &opt.Password
	}
	doc, err := inst.OpenDocument(req)
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword) && opt.Password == "":
		return nil, ErrPassword
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return nil, ErrWrong
	case err != nil:
		return nil, ErrDamaged
	}
	return &document{inst, doc.Document}, nil
}

func (d *document) pageCount() (n int, err error) {
	defer recoverAs(&err)
	c, err := d.inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return 0, ErrDamaged
	}
	if c.PageCount == 0 {
		return 0, ErrDamaged
	}
	return c.PageCount, nil
}

// page reads a page. A trap in the module, as it comes of memory used up,
// spoils the instance.
func (d *document) page(i int) (p *page, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, ErrMemory
		}
	}()
	p, err = readPage(d.inst, d.ref, i)
	if err != nil {
		return nil, ErrMemory
	}
	return p, nil
}

func (d *document) close() {
	defer func() { _ = recover() }() // a spoilt instance may trap again
	_ = d.inst.Close()
}
