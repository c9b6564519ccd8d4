package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"

	"golang.org/x/sync/semaphore"

	"shinkyu/parse"
)

// readDocuments reads several inputs, in order.
func (a *app) readDocuments(names []string, opt *InputOptions) ([]*parse.Document, error) {
	return eachDocument(a, names, opt, func(d *parse.Document) (*parse.Document, error) { return d, nil })
}

// maxUnderWay is how many bytes of inputs are read and parsed at once. A parsed
// document takes some twenty times the bytes of its file.
const maxUnderWay = 16 << 20

// eachDocument reads and parses several inputs, several at once, and gives what
// f makes of each, in order. The documents themselves are kept only where f
// does. It warns of what the readers could not use, and of the inputs that
// cannot be read it is the first that ends it, as if one was read after the
// other.
func eachDocument[T any](a *app, names []string, opt *InputOptions, f func(*parse.Document) (T, error)) ([]T, error) {
	if i := slices.Index(names, "-"); i >= 0 && slices.Contains(names[i+1:], "-") {
		return nil, stdinTwice
	}
	r := &reading[T]{app: a, opt: opt, f: f, inputs: make([]input[T], len(names)), underWay: semaphore.NewWeighted(maxUnderWay)}
	for i, name := range names {
		r.inputs[i] = input[T]{name: name, done: make(chan struct{})}
	}
	jobs := min(runtime.GOMAXPROCS(0), len(names))
	if opt.DB != "" {
		jobs = 1 // each opens the corpus
	}
	return r.run(jobs)
}

// A reading is one run of eachDocument.
type reading[T any] struct {
	*app
	opt      *InputOptions
	f        func(*parse.Document) (T, error)
	inputs   []input[T]
	underWay *semaphore.Weighted // bytes
}

type input[T any] struct {
	name     string
	done     chan struct{} // closed when the rest is there
	value    T
	warnings []string
	err      error
}

// run starts the inputs in order, a number of them at once, and collects what
// comes of them in the same order.
func (r *reading[T]) run(jobs int) ([]T, error) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() {
		slots := make(chan struct{}, jobs)
		for i := range r.inputs {
			in := &r.inputs[i]
			weight := in.weight()
			if r.underWay.Acquire(ctx, weight) != nil {
				return
			}
			slots <- struct{}{}
			go func() {
				r.read(in)
				<-slots
				r.underWay.Release(weight)
				close(in.done)
			}()
		}
	}()
	values := make([]T, len(r.inputs))
	for i := range r.inputs {
		in := &r.inputs[i]
		<-in.done
		for _, w := range in.warnings {
			fmt.Fprint(r.stderr, w)
		}
		if in.err != nil {
			return nil, in.err
		}
		values[i] = in.value
	}
	return values, nil
}

func (r *reading[T]) read(in *input[T]) {
	doc, warnings, err := r.parseInput(in.name, r.opt)
	in.warnings, in.err = warnings, err
	if err == nil {
		in.value, in.err = r.f(doc)
	}
}

// weight is the size of an input in bytes, or as much as may be under way
// where that is not known.
func (in *input[T]) weight() int64 {
	info, err := os.Stat(in.name)
	if err != nil || !info.Mode().IsRegular() {
		return maxUnderWay
	}
	return min(max(info.Size(), 1<<12), maxUnderWay)
}
