// Package parsetest holds what the tests of all packages share: golden files,
// which keep a result so that every change of it is seen, and the way to the
// real documents that may stand beside the project.
package parsetest
