package web

import "sync"

// turns keep those who make what takes long to a number that leaves the rest
// of the readers an answer in time.
type turns struct {
	mu      sync.Mutex
	changed sync.Cond
	free    int
	asked   int // that wait because a reader does
}

func newTurns(n int) *turns {
	t := &turns{free: n}
	t.changed.L = &t.mu
	return t
}

// take waits for a turn and gives what ends it.
func (t *turns) take() (release func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.asked++
	for t.free == 0 {
		t.changed.Wait()
	}
	t.asked--
	t.free--
	return t.release
}

func (t *turns) release() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.free++
	t.changed.Broadcast()
}

// quiet waits until a turn is free and nobody asks for one.
func (t *turns) quiet() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.free == 0 || t.asked > 0 {
		t.changed.Wait()
	}
}

// ahead is how many wait for a turn.
func (t *turns) ahead() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.asked
}
