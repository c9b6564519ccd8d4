// Command shinkyu compares editions of Japanese policy documents: it reads the
// section tree of a document, lists the laws and plans that it cites, and
// reports what changed between two editions.
//
// Each command has a file of its own: its options, its flags and its run
// function, which writes the result to standard output and nothing else
// there. What goes wrong is one line on standard error and exit status 2.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// version is that of the program, as --version shows it.
const version = "0.1.0"

// The exit statuses.
const (
	statusDone    = 0
	statusDiffer  = 1 // of diff --exit-code
	statusTrouble = 2
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan int, 1)
	app := newApp(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	go func() { done <- execute(ctx, app) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
		stop() // a second interrupt ends the program at once
		if app.endsItself.Load() {
			return <-done
		}
		// A result that is being put in its place is finished first.
		placing.Lock()
		app.complain(trouble{Msg: msgInterrupted})
		return statusTrouble
	}
}

// An app is what the commands share: the arguments, the streams and the
// language of headings and messages.
type app struct {
	language
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	stdinRead      bool // standard input can be read once only
	// endsItself is true of a command that an interrupt is the way to end.
	endsItself atomic.Bool
}

func newApp(args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) *app {
	return &app{
		language: chooseLanguage(args, getenv),
		args:     args, stdin: stdin, stdout: stdout, stderr: stderr, getenv: getenv,
	}
}

// execute runs the command that the arguments name and gives the exit status.
func execute(ctx context.Context, a *app) int {
	root := newRootCommand(a)
	root.SetArgs(a.args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errDiffer):
		return statusDiffer
	}
	a.complain(err)
	return statusTrouble
}

// complain writes one line on what went wrong.
func (a *app) complain(err error) {
	fmt.Fprintf(a.stderr, "shinkyu: %s\n", a.sentence(err))
}
