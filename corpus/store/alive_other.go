//go:build !unix

package store

// alive cannot be told here; a program is taken for running.
func alive(int) bool { return true }
