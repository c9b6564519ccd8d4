//go:build !linux

package main

import "time"

// memory cannot be told here.
func (v *viewer) memory() (peak, now int64) { return 0, 0 }

// worked cannot be told here.
func (v *viewer) worked() time.Duration { return 0 }

// files cannot be told here.
func (v *viewer) files() int { return 0 }
