package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// memory gives the most memory that the viewer had, and what it has, in bytes.
func (v *viewer) memory() (peak, now int64) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", v.cmd.Process.Pid))
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(data)) {
		_, _ = fmt.Sscanf(line, "VmHWM: %d kB", &peak)
		_, _ = fmt.Sscanf(line, "VmRSS: %d kB", &now)
	}
	return peak << 10, now << 10
}

// worked gives the time that the viewer has spent on the processors.
func (v *viewer) worked() time.Duration {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", v.cmd.Process.Pid))
	_, rest, _ := strings.Cut(string(data), ") ") // behind the name
	var user, system time.Duration
	if f := strings.Fields(rest); len(f) > 12 {
		_, _ = fmt.Sscan(f[11]+" "+f[12], &user, &system)
	}
	return (user + system) * (time.Second / 100) // Linux counts hundredths for all who ask
}

// files gives how many files and connections the viewer has open.
func (v *viewer) files() int {
	entries, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", v.cmd.Process.Pid))
	return len(entries)
}
