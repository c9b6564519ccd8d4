// Package align finds which unit of the new edition each unit of the old one
// became.
package align
