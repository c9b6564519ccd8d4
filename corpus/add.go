package corpus

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"shinkyu/corpus/store"
	"shinkyu/parse"
	"shinkyu/parse/source"
)

// AddOptions say how documents are added. The zero value is the common case.
type AddOptions struct {
	Series     string // of all the documents; empty: derived from each
	FiscalYear int    // of all the documents; 0: derived from each
	Jobs       int    // documents read at a time; 0: one for each core
	Source     source.Options
	// Each, if not nil, is told of every file in order, as soon as what
	// became of it is sure.
	Each func(File)
	// Progress, if not nil, is told how far the work is.
	Progress func(Progress)
}

// A File is what became of a file.
type File struct {
	Path    string
	ID      string // of its document; empty for one that is not in the corpus
	Outcome Outcome
	Err     error // of a failed file: why; of one passed over: why too
}

// An Outcome is what became of a file.
type Outcome string

// The outcomes.
const (
	Added   Outcome = "added"
	Changed Outcome = "changed" // a new version of its document
	Same    Outcome = "same"    // its bytes were in the corpus
	Passed  Outcome = "passed"  // passed over: it is no document
	Failed  Outcome = "failed"
)

// A Progress says how far work on many files is.
type Progress struct {
	Files, AllFiles int
	Bytes, AllBytes int64
	Current         string // the file that was done last
}

// A Summary counts files by what became of them.
type Summary struct {
	Added, Changed, Same, Passed, Failed int
	Bytes                                int64 // of all files read
}

func (s *Summary) count(o Outcome) {
	for k, n := range map[Outcome]*int{Added: &s.Added, Changed: &s.Changed, Same: &s.Same, Passed: &s.Passed, Failed: &s.Failed} {
		if k == o {
			*n++
		}
	}
}

// Limits of the work under way. Memory goes with the bytes that are between
// reading and storing, some thirty times as much, so those are what is
// bounded; a larger document goes alone.
const (
	maxUnderWay  = 12 << 20 // bytes of documents
	batchBytes   = 2 << 20  // stored in one transaction, at least
	batchFiles   = 256
	batchPatient = 300 * time.Millisecond // after which a smaller batch is stored
)

// Add adds files, and the files in folders. One that fails does not stop the
// rest. Added documents are stored in the order of the files, whatever the
// number of jobs. An error is about the corpus as a whole: what was stored
// before it stays, and adding the same files again goes on from there.
func (c *Corpus) Add(ctx context.Context, paths []string, opt AddOptions) (Summary, error) {
	if _, err := c.cutter(); err != nil {
		return Summary{}, err
	}
	if err := c.store.Announce(ctx); err != nil {
		return Summary{}, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	a := newAdder(c, opt)
	a.survey(ctx, paths)
	go a.dispatch(ctx, paths)
	a.startWorkers(ctx)
	err := a.collect(ctx)
	cancel()
	a.workers.Wait()
	if err == nil {
		err = c.reindex(context.WithoutCancel(ctx), a.stale)
	}
	if err == nil {
		err = c.store.Tidy(context.WithoutCancel(ctx), a.batches > 1)
	}
	return a.summary, err
}

// An adder is one run of Add.
//
//	dispatch ─ jobs ─┬ worker ─┬ results ─ collect ─ batches ─ store
//	                 └ worker ─┘
//
// Each job has a place of its own in the row of results, so that they are
// stored in order; dispatch waits where too many bytes are under way.
type adder struct {
	c        *Corpus
	opt      AddOptions
	jobs     chan *job
	order    chan *job
	underWay *semaphore.Weighted
	workers  sync.WaitGroup

	summary  Summary
	progress Progress
	stale    []string
	batches  int // stored
}

type job struct {
	file
	weight int64
	done   chan struct{} // closed when the result is there
	result File
	record *store.Record
}

func newAdder(c *Corpus, opt AddOptions) *adder {
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	return &adder{
		c: c, opt: opt, jobs: make(chan *job), order: make(chan *job, 4*batchFiles),
		underWay: semaphore.NewWeighted(maxUnderWay),
	}
}

// survey counts the files beforehand, where somebody wants to know how far the
// work is. The paths are not kept: a collection may be of any size.
func (a *adder) survey(ctx context.Context, paths []string) {
	if a.opt.Progress == nil {
		return
	}
	walk(ctx, paths, func(f file) bool {
		a.progress.AllFiles++
		a.progress.AllBytes += f.size
		return true
	})
}

func (a *adder) dispatch(ctx context.Context, paths []string) {
	defer close(a.order)
	defer close(a.jobs)
	walk(ctx, paths, func(f file) bool {
		j := &job{file: f, done: make(chan struct{}), weight: min(max(f.size, 1<<12), maxUnderWay)}
		if a.underWay.Acquire(ctx, j.weight) != nil {
			return false
		}
		select {
		case a.order <- j:
		case <-ctx.Done():
			return false
		}
		select {
		case a.jobs <- j:
			return true
		case <-ctx.Done():
			close(j.done)
			return false
		}
	})
}

func (a *adder) startWorkers(ctx context.Context) {
	for range a.opt.Jobs {
		a.workers.Go(func() {
			for j := range a.jobs {
				a.work(ctx, j)
				close(j.done)
			}
		})
	}
}

// work reads and analyses one file.
func (a *adder) work(ctx context.Context, j *job) {
	j.result = File{Path: j.path, Outcome: Failed, Err: j.err}
	switch {
	case j.err != nil || ctx.Err() != nil:
		return
	case j.skip != "":
		j.result.Outcome, j.result.Err = Passed, errors.New(j.skip)
		return
	}
	if err := a.read(ctx, j); err != nil {
		j.result.Err = err
		var foreign *notJapanese
		if errors.As(err, &foreign) && !j.named {
			j.result.Outcome = Passed
		}
	}
}

// notJapanese is the error about a document without Japanese text: of a file
// that was named it is trouble, in a folder it is some other file.
type notJapanese struct{ error }

func (e *notJapanese) Unwrap() error { return e.error }

func (a *adder) read(ctx context.Context, j *job) error {
	limit := a.opt.Source.MaxBytes
	if limit <= 0 {
		limit = source.DefaultMaxBytes
	}
	if j.size > limit {
		return tooLarge(j.path, j.size, limit)
	}
	data, err := readFile(j.path, limit)
	if err != nil {
		return err
	}
	origin, err := a.c.store.Origin(j.path)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	r := &store.Record{
		Origin: origin, Name: filepath.ToSlash(filepath.Clean(j.path)), SHA256: hex.EncodeToString(sum[:]), Size: int64(len(data)),
		Series: a.opt.Series, FiscalYear: a.opt.FiscalYear, Reading: encodeReading(a.opt.Source),
	}
	id, err := a.c.store.Known(ctx, r.SHA256)
	if err != nil {
		return err
	}
	if id != "" {
		j.result = File{Path: j.path, ID: id, Outcome: Same}
		if r.Series != "" || r.FiscalYear != 0 {
			j.record = r
		}
		return nil
	}
	if r.Analysis, err = a.c.fresh(r.Name, r.Origin, data, a.opt.Source); err != nil {
		return err
	}
	r.Bytes = store.Pack(data)
	j.record = r
	return nil
}

// readFile reads a file that may have grown since its size was asked for.
func readFile(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var data bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() <= limit {
		data.Grow(int(info.Size()) + bytes.MinRead)
	}
	n, err := data.ReadFrom(io.LimitReader(f, limit+1))
	if err == nil && n > limit {
		err = tooLarge(path, n, limit)
	}
	return data.Bytes(), err
}

func tooLarge(path string, size, limit int64) error {
	return &source.Error{Name: path, Msg: fmt.Sprintf("the file has %d bytes, the limit is %d", size, limit), Remedy: "raise it with --max-bytes"}
}

// fresh reads and analyses bytes. A document that makes the program panic is
// reported like any other that cannot be read: it shall not stop the rest.
func (c *Corpus) fresh(name, origin string, data []byte, opt source.Options) (an *store.Analysis, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &source.Error{Name: name, Msg: fmt.Sprintf("reading it failed: %v", r), Remedy: "report this with the file, and add the rest without it"}
		}
	}()
	doc, err := readJapanese(name, data, opt)
	if err != nil {
		return nil, err
	}
	return c.analyse(doc, origin)
}

func readJapanese(name string, data []byte, opt source.Options) (*parse.Document, error) {
	src, err := source.Read(name, data, opt)
	if err != nil {
		return nil, err
	}
	if err := src.CheckJapanese(); err != nil {
		return nil, &notJapanese{err}
	}
	return parse.Parse(src), nil
}

// A batch is what is stored in one transaction.
type batch struct {
	jobs  []*job
	bytes int64
}

// collect takes the results in order and stores them batch by batch.
func (a *adder) collect(ctx context.Context) error {
	var b batch
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		j, ok := a.next(ctx, &b, timer)
		if !ok {
			return errors.Join(a.storeBatch(context.WithoutCancel(ctx), &b), ctx.Err())
		}
		if j != nil {
			if len(b.jobs) == 0 {
				timer.Reset(batchPatient)
			}
			b.jobs = append(b.jobs, j)
			b.bytes += j.size
		}
		if j == nil || b.bytes >= batchBytes || len(b.jobs) >= batchFiles {
			if err := a.storeBatch(ctx, &b); err != nil {
				return err
			}
		}
	}
}

// next gives the next job in order; nil where the batch has waited for long
// enough. ok is false at the end of the work.
func (a *adder) next(ctx context.Context, b *batch, timer *time.Timer) (j *job, ok bool) {
	var expired <-chan time.Time
	if len(b.jobs) > 0 {
		expired = timer.C
	}
	select {
	case j, ok = <-a.order:
		if !ok {
			return nil, false
		}
	case <-expired:
		return nil, true
	case <-ctx.Done():
		return nil, false
	}
	select {
	case <-j.done:
		return j, true
	case <-ctx.Done():
		return nil, false
	}
}

// storeBatch stores what a batch holds and reports on its files.
func (a *adder) storeBatch(ctx context.Context, b *batch) error {
	var records []*store.Record
	for _, j := range b.jobs {
		if j.record != nil {
			records = append(records, j.record)
		}
	}
	if len(records) > 0 {
		placed, err := a.c.store.Put(ctx, records)
		if err != nil {
			return err
		}
		a.placed(b, placed)
		a.c.store.Yield(ctx)
	}
	for _, j := range b.jobs {
		a.report(j)
		a.underWay.Release(j.weight)
	}
	*b = batch{}
	if len(records) == 0 {
		return nil
	}
	a.batches++
	return a.c.store.Tidy(ctx, false)
}

// placed notes where the records of a batch went.
func (a *adder) placed(b *batch, placed []store.Placed) {
	outcomes := map[store.Outcome]Outcome{store.Same: Same, store.Added: Added, store.Changed: Changed}
	for _, j := range b.jobs {
		if j.record == nil {
			continue
		}
		p := placed[0]
		placed = placed[1:]
		j.result = File{Path: j.path, ID: store.FormatID(p.ID), Outcome: outcomes[p.Outcome]}
		if p.Stale {
			a.stale = append(a.stale, j.result.ID)
		}
	}
}

func (a *adder) report(j *job) {
	a.summary.count(j.result.Outcome)
	a.summary.Bytes += j.size
	if a.opt.Each != nil {
		a.opt.Each(j.result)
	}
	if a.opt.Progress != nil {
		a.progress.Files++
		a.progress.Bytes += j.size
		a.progress.Current = j.path
		a.progress.AllFiles = max(a.progress.AllFiles, a.progress.Files)
		a.progress.AllBytes = max(a.progress.AllBytes, a.progress.Bytes)
		a.opt.Progress(a.progress)
	}
}
