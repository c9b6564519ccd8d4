package web

import (
	"container/list"
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
	entries map[string]*entry[V]
	order   list.List // of done entries; the one used last in front
}

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
// the unit of the limit. A failure is not kept.
func (c *cache[V]) get(key string, make func() (V, int64, error)) (V, error) {
	e, mine := c.entry(key)
	if !mine {
		<-e.ready
		c.told(e)
		return e.value, e.err
	}
	defer c.told(e)
	defer c.done(e)
	e.value, e.cost, e.err = make()
	return e.value, e.err
}

// soon is as get for one who waits for a while only: made is false where it is
// not there yet. It is made all the same, and there for who comes again; so is
// its failure, once.
func (c *cache[V]) soon(key string, patience time.Duration, make func() (V, int64, error)) (value V, made bool, err error) {
	e, mine := c.entry(key)
	if mine {
		go func() {
			defer c.done(e)
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

// entry gives the entry of a key, a new one, which is the caller's to make,
// where there is none.
func (c *cache[V]) entry(key string) (e *entry[V], mine bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
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
		delete(c.entries, e.key)
	}
}

func newReady() chan struct{} { return make(chan struct{}) }

// done keeps an entry and drops the ones unused for longest.
func (c *cache[V]) done(e *entry[V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(e.ready)
	if e.err != nil {
		return // kept until somebody is told
	}
	if e.cost > c.limit {
		delete(c.entries, e.key)
		return
	}
	e.place = c.order.PushFront(e)
	c.used += e.cost
	for c.used > c.limit {
		last := c.order.Back()
		old := c.order.Remove(last).(*entry[V])
		delete(c.entries, old.key)
		c.used -= old.cost
	}
}
