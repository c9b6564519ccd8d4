// Package difftest makes documents for tests: from hand-made trees, and by
// changing known trees in known ways.
package difftest
