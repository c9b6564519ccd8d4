package web

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// A cache keeps what was made last, up to a limit. What many ask for at once
// is made once.
type cache[V any] struct {
	limit int64 // of the sum of costs

	mu      sync.Mutex
	used    int64
	making  int // of those who were promised it
	entries map[string]*entry[V]
	order   list.List // of done entries; the one used last in front
}

// maxPromised is how many things are made, or wait to be made, for those who
// were told to come again. Who asks for more is told the same, and nothing is
// begun for him before he comes again: a reader who asks for page after page
// and goes away leaves no more work than that.
const maxPromised = 64

// failureShare is the part of the limit that a failure takes up which nobody
// was told of: so many of them are kept at most.
const failureShare = 64

type entry[V any] struct {
	key   string
	ready chan struct{} // closed when value and err are there
	value V
	err   error
	cost  int64
	place *list.Element // nil until done, and for what is not kept
}

func newCache[V any](limit int64) *cache[V] {
	return &cache[V]{limit: limit, entries: map[string]*entry[V]{}}
}

// errBroken is the error for those who waited for one who panicked.
var errBroken = errors.New("it could not be made")

// get gives what is kept under a key, or makes it. make gives its cost too, in
// the unit of the limit. A failure is not kept. Who goes away meanwhile waits
// no longer for another who makes it; where that one goes away, the next who
// waits makes it.
func (c *cache[V]) get(ctx context.Context, key string, make func() (V, int64, error)) (V, error) {
	for {
		e, mine := c.entry(key)
		if mine {
			defer c.done(e, true)
			e.value, e.cost, e.err = make()
			return e.value, e.err
		}
		select {
		case <-e.ready:
		case <-ctx.Done():
			var none V
			return none, ctx.Err()
		}
		c.told(e)
		if !errors.Is(e.err, context.Canceled) || ctx.Err() != nil {
			return e.value, e.err
		}
	}
}

// soon is as get for one who waits for a while only: made is false where it is
// not there yet. It is made all the same, and there for who comes again; so is
// its failure, once.
func (c *cache[V]) soon(key string, patience time.Duration, make func() (V, int64, error)) (value V, made bool, err error) {
	e, mine, full := c.promised(key)
	if full {
		return value, false, nil
	}
	if mine {
		go func() {
			defer c.done(e, false)
			defer c.made()
			defer func() {
				if p := recover(); p != nil {
					e.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
				}
			}()
			e.value, e.cost, e.err = make()
		}()
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-e.ready:
		c.told(e)
		return e.value, true, e.err
	case <-late.C:
		return value, false, nil
	}
}

// promised is as entry, but makes no new one while too many are being made.
func (c *cache[V]) promised(key string) (e *entry[V], mine, full bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[key] == nil && c.making >= maxPromised {
		return nil, false, true
	}
	if e, mine = c.find(key); mine {
		c.making++
	}
	return e, mine, false
}

func (c *cache[V]) made() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.making--
}

// entry gives the entry of a key, a new one, which is the caller's to make,
// where there is none.
func (c *cache[V]) entry(key string) (e *entry[V], mine bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.find(key)
}

func (c *cache[V]) find(key string) (e *entry[V], mine bool) {
	if e := c.entries[key]; e != nil {
		if e.place != nil {
			c.order.MoveToFront(e.place)
		}
		return e, false
	}
	e = &entry[V]{key: key, ready: newReady(), err: errBroken}
	c.entries[key] = e
	return e, true
}

// told lets a failure go that somebody was told of.
func (c *cache[V]) told(e *entry[V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e.err != nil && c.entries[e.key] == e {
		c.drop(e)
	}
}

// drop forgets an entry.
func (c *cache[V]) drop(e *entry[V]) {
	delete(c.entries, e.key)
	if e.place != nil {
		c.order.Remove(e.place)
		c.used -= e.cost
	}
}

func newReady() chan struct{} { return make(chan struct{}) }

// done keeps an entry and drops the ones unused for longest. A failure is kept
// until somebody is told, where nobody is yet.
func (c *cache[V]) done(e *entry[V], told bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(e.ready)
	if e.err != nil {
		e.cost = max(1, c.limit/failureShare)
	}
	if e.cost > c.limit || e.err != nil && told {
		delete(c.entries, e.key)
		return
	}
	e.place = c.order.PushFront(e)
	c.used += e.cost
	for c.used > c.limit {
		c.drop(c.order.Back().Value.(*entry[V]))
	}
}
