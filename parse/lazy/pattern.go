// Package lazy makes what takes long to make when it is first asked for, so
// that a command which never asks starts without it. Compiling the patterns of
// all rooms takes longer than the rest of the start of the program.
package lazy

import (
	"regexp"
	"sync"
)

// Pattern gives a regular expression, compiled at the first call. It panics
// then if the expression cannot be parsed, as [regexp.MustCompile] does.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
