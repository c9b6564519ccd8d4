package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"shinkyu/corpus/bench/usage"
)

type bench struct {
	folder  string
	runs    int
	missing map[string]bool
}

// A timing is what the runs of one command took.
type timing struct {
	name      string
	took, cpu []time.Duration // by the clock, and on all processors
	memory    int64           // bytes
}

// median is in milliseconds.
func median(times []time.Duration) float64 {
	sorted := slices.Sorted(slices.Values(times))
	n := len(sorted)
	return float64((sorted[(n-1)/2] + sorted[n/2]).Microseconds()) / 2000
}

// measure runs the commands of a group in turn and writes its row.
func (b *bench) measure(g group) error {
	all := []timing{{name: "shinkyu"}}
	lines := [][]string{g.own}
	for _, p := range g.peers {
		if b.installed(p.args) {
			all = append(all, timing{name: p.name})
			lines = append(lines, p.args)
		}
	}
	for round := range b.runs + 1 {
		for i, line := range lines {
			took, state, err := b.once(line, g.cold && i == 0)
			if err != nil {
				return err
			}
			if round > 0 { // the first one warms the caches
				all[i].took = append(all[i].took, took)
				all[i].cpu = append(all[i].cpu, state.UserTime()+state.SystemTime())
			}
			all[i].memory = usage.Peak(state)
		}
	}
	g.row(all)
	return nil
}

// once runs a command and drops what it writes. Cold, it has a cache of its
// own, which is empty.
func (b *bench) once(line []string, cold bool) (time.Duration, *os.ProcessState, error) {
	cmd := command(line[0], line[1:]...)
	if line[0] == "docdiff" || line[0] == "sh" {
		cmd.Stderr = nil
	}
	if cold {
		cache, err := os.MkdirTemp(b.folder, "cache")
		if err != nil {
			return 0, nil, err
		}
		defer os.RemoveAll(cache)
		cmd.Env = append(os.Environ(), "SHINKYU_CACHE="+cache)
	}
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	if err != nil && cmd.ProcessState == nil {
		return 0, nil, err
	}
	if code := cmd.ProcessState.ExitCode(); code > 1 || code < 0 { // 1 says that texts differ
		return 0, nil, fmt.Errorf("%s: %w", line[0], err)
	}
	return took, cmd.ProcessState, nil
}

// installed reports whether a command can be run; a shell's names what it
// calls behind its line.
func (b *bench) installed(line []string) bool {
	tools := line[:1]
	if line[0] == "sh" {
		tools = line[3:]
	}
	for _, t := range tools {
		if _, err := exec.LookPath(t); err != nil {
			b.missing[t] = true
			return false
		}
	}
	return true
}

func (b *bench) tellMissing() {
	if len(b.missing) > 0 {
		fmt.Printf("\nNot installed, and not measured: %s.\n", strings.Join(slices.Sorted(maps.Keys(b.missing)), ", "))
	}
}

// row writes the group's row of the table.
func (g *group) row(all []timing) {
	own := median(all[0].took)
	shown := fmt.Sprintf("%.0f ms", own)
	speed := g.megabytes() / own * 1000
	if len(g.bytes) > 0 {
		shown += fmt.Sprintf(", %.1f MB/s", speed)
	}
	var beside []string
	for _, t := range all[1:] {
		beside = append(beside, fmt.Sprintf("%s %.0f ms (× %.2f)", t.name, median(t.took), own/median(t.took)))
	}
	memory := float64(all[0].memory) / (1 << 20)
	var want []string
	met := true
	ask := func(limit float64, form string, ok bool) {
		if limit > 0 {
			want = append(want, fmt.Sprintf(form, limit))
			met = met && ok
		}
	}
	ask(g.asked.milliseconds, "≤ %.0f ms", own <= g.asked.milliseconds)
	ask(g.asked.speed, "≥ %.0f MB/s", speed >= g.asked.speed)
	ask(g.asked.memory, "≤ %.0f MB", memory <= g.asked.memory)
	if len(all) > 1 {
		ask(g.asked.share, "× ≤ %.1f", own <= g.asked.share*median(all[1].took))
	}
	verdict := ""
	if len(want) > 0 {
		verdict = map[bool]string{true: "met", false: "NOT met"}[met]
	}
	fmt.Printf("| %s | %s | %.0f ms | %.0f MB | %s | %s | %s |\n", g.title, shown, median(all[0].cpu), memory, strings.Join(beside, "; "), strings.Join(want, ", "), verdict)
}

// megabytes is the size of the files whose speed is told.
func (g *group) megabytes() float64 {
	var n int64
	for _, name := range g.bytes {
		if info, err := os.Stat(name); err == nil {
			n += info.Size()
		}
	}
	return float64(n) / 1e6
}
