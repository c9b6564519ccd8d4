//go:build !linux

package main

import "errors"

func makePipe(string) error  { return errors.ErrUnsupported }
func makeZeros(string) error { return errors.ErrUnsupported }
