package web

import (
	"slices"
	"sync"
	"time"

	"shinkyu/corpus"
)

// A foresight makes what a reader is likely to ask for next, one thing at a
// time, while nobody asks for anything.
type foresight struct {
	mu      sync.Mutex
	tasks   []func()
	running bool
}

const (
	mostForeseen = 64                     // tasks that wait; the oldest are let go
	quietTime    = 300 * time.Millisecond // without a request, before one begins
)

// foresee takes tasks, the likeliest first. Those that were added last come
// first: they belong to what the reader has before him.
func (s *Site) foresee(tasks ...func()) {
	f := &s.foresight
	f.mu.Lock()
	defer f.mu.Unlock()
	slices.Reverse(tasks)
	f.tasks = append(f.tasks, tasks...)
	if n := len(f.tasks) - mostForeseen; n > 0 {
		f.tasks = slices.Delete(f.tasks, 0, n)
	}
	if !f.running && len(f.tasks) > 0 {
		f.running = true
		go s.prepare()
	}
}

// prepare does the tasks until there is none.
func (s *Site) prepare() {
	for s.quiet() {
		task := s.foresight.next()
		if task == nil {
			return
		}
		task()
	}
	s.foresight.stop()
}

// quiet waits until no reader asks for anything; it is false at the end of the
// site's life.
func (s *Site) quiet() bool {
	for {
		s.long.quiet()
		still := quietTime - time.Since(time.UnixMilli(s.answered.Load()))
		if still <= 0 {
			return s.life.Err() == nil
		}
		select {
		case <-s.life.Done():
			return false
		case <-time.After(still):
		}
	}
}

// next gives the task that was added last, nil where there is none; then
// nothing is running.
func (f *foresight) next() func() {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := len(f.tasks) - 1
	if n < 0 {
		f.running = false
		return nil
	}
	task := f.tasks[n]
	f.tasks[n] = nil
	f.tasks = f.tasks[:n]
	return task
}

func (f *foresight) stop() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.running, f.tasks = false, nil
}

// foreseePair compares two editions before they are asked for. A failure is
// told to the one who asks.
func (q *request) foreseePair(older, newer *corpus.Document) func() {
	q = q.alone()
	return func() {
		defer func() { _ = recover() }() // as it would be in an answer
		_, _ = q.comparison(older, newer)
	}
}

// foreseeSeries compares the editions of a series, the newest first.
func (q *request) foreseeSeries(docs []*corpus.Document) {
	var tasks []func()
	for i := len(docs) - 1; i > 0 && len(tasks) < mostForeseen/4; i-- {
		tasks = append(tasks, q.foreseePair(docs[i-1], docs[i]))
	}
	q.foresee(tasks...)
}

// foreseeWorks makes the index of all that is cited.
func (q *request) foreseeWorks() func() {
	q = q.alone()
	return func() {
		defer func() { _ = recover() }()
		_, _ = q.index("")
	}
}
