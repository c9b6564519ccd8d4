package web

import (
	"container/list"
	"context"
	"sync"
)

// turns keep those who make what takes memory or time to a number that leaves
// the rest of the readers an answer in time. Who asked first is first.
type turns struct {
	mu      sync.Mutex
	free    int
	waiting list.List // of chan struct{}, each closed when its turn has come
	changed sync.Cond // for quiet
}

func newTurns(n int) *turns {
	t := &turns{free: n}
	t.changed.L = &t.mu
	return t
}

// take waits for a turn and gives what ends it. The error is that of ctx, for
// one who does not wait any longer.
func (t *turns) take(ctx context.Context) (release func(), err error) {
	t.mu.Lock()
	if t.free > 0 && ctx.Err() == nil {
		t.free--
		t.mu.Unlock()
		return t.release, nil
	}
	mine := make(chan struct{})
	place := t.waiting.PushBack(mine)
	t.mu.Unlock()
	select {
	case <-mine:
		return t.release, nil
	case <-ctx.Done():
	}
	t.mu.Lock()
	select {
	case <-mine: // it has come at this moment
		t.mu.Unlock()
		t.release()
	default:
		t.waiting.Remove(place)
		t.changed.Broadcast()
		t.mu.Unlock()
	}
	return nil, ctx.Err()
}

// release gives the turn to the one who has waited longest.
func (t *turns) release() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if first := t.waiting.Front(); first != nil {
		close(t.waiting.Remove(first).(chan struct{}))
	} else {
		t.free++
	}
	t.changed.Broadcast()
}

// quiet waits until a turn is free and nobody asks for one.
func (t *turns) quiet() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.free == 0 {
		t.changed.Wait()
	}
}

// ahead is how many wait for a turn.
func (t *turns) ahead() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.waiting.Len()
}
