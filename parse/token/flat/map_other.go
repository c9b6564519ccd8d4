//go:build !unix

package flat

import "os"

// mapFile reads the file whole: slower than mapping it, and still a small part
// of the time that decoding takes.
func mapFile(path string) ([]byte, error) { return os.ReadFile(path) }

func unmap([]byte) {}
