package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"shinkyu/corpus"
	"shinkyu/parse/render/column"
)

// A bar shows on a terminal how far long work is, in one line that is drawn
// over and cleared at the end. Elsewhere it shows nothing.
type bar struct {
	a     *app
	w     io.Writer // nil where there is no terminal
	start time.Time
	drawn time.Time
	shown bool
}

func (a *app) newBar() *bar {
	b := &bar{a: a, start: time.Now()}
	if f, ok := a.stderr.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 && a.getenv("TERM") != "dumb" {
			b.w = f
		}
	}
	return b
}

// progress draws the bar, at most ten times a second.
func (b *bar) progress(p corpus.Progress) {
	if b.w == nil || time.Since(b.drawn) < 100*time.Millisecond {
		return
	}
	b.drawn, b.shown = time.Now(), true
	fmt.Fprintf(b.w, "\r\x1b[K%s", column.Truncate(b.line(p), b.a.width()-1))
}

// line is count, rate, time left and the file.
func (b *bar) line(p corpus.Progress) string {
	passed := time.Since(b.start)
	s := fmt.Sprintf("%d/%d", p.Files, p.AllFiles)
	share := float64(p.Files) / float64(max(p.AllFiles, 1))
	if p.AllBytes > 0 {
		rate := float64(p.Bytes) / max(passed.Seconds(), 0.001)
		s += fmt.Sprintf("  %.1f/%.1f MB  %.1f MB/s", mega(p.Bytes), mega(p.AllBytes), rate/1e6)
		share = float64(p.Bytes) / float64(p.AllBytes)
	}
	if share > 0 && passed > time.Second {
		left := time.Duration(float64(passed) * (1 - share) / share).Round(time.Second)
		s += "  " + b.a.say(sayLeft, left.String())
	}
	return s + "  " + column.Visible(p.Current)
}

func mega(n int64) float64 { return float64(n) / 1e6 }

// counted draws the bar for work that counts things without names.
func (b *bar) counted(done, all int) { b.progress(corpus.Progress{Files: done, AllFiles: all}) }

// clear takes the bar away, for a message or at the end.
func (b *bar) clear() {
	if b.shown {
		fmt.Fprint(b.w, "\r\x1b[K")
		b.shown = false
	}
}
