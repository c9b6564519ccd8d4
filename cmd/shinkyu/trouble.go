package main

import (
	"errors"
	"fmt"
	"strings"

	"shinkyu/diff/decisions"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

// errDiffer is no trouble: it gives diff --exit-code its status.
var errDiffer = errors.New("the documents differ")

// A trouble is why a command cannot do what it was asked for.
type trouble struct {
	File   string // empty where it is about no file
	Line   int    // 1-based; 0 where it is about the whole
	Msg    message
	Remedy message // what to do
}

func (t trouble) Error() string { return t.in(lang.English) }

// in gives the line: FILE:LINE: what is wrong; what to do.
func (t trouble) in(l lang.Lang) string {
	return at(t.File, t.Line) + joinRemedy(t.Msg.in(l), t.Remedy.in(l))
}

func at(file string, line int) string {
	switch {
	case file == "":
		return ""
	case line > 0:
		return fmt.Sprintf("%s:%d: ", file, line)
	}
	return file + ": "
}

func joinRemedy(msg, remedy string) string {
	if remedy == "" {
		return msg
	}
	return msg + "; " + remedy
}

// A message is a text with what goes into it, other messages among that.
type message struct {
	text lang.Text
	args []any
}

// with gives the message with its arguments.
func (m message) with(args ...any) message { return message{m.text, args} }

func (m message) in(l lang.Lang) string {
	if len(m.args) == 0 {
		return m.text.In(l)
	}
	args := make([]any, len(m.args))
	for i, a := range m.args {
		if inner, ok := a.(message); ok {
			a = inner.in(l)
		}
		args[i] = a
	}
	return m.text.Format(l, args...)
}

// sentence gives an error as one line in the user's language. File names may
// hold anything, so control characters are shown by name.
func (l language) sentence(err error) string {
	var t trouble
	var s *source.Error
	var d *decisions.Error
	out := err.Error()
	switch {
	case errors.As(err, &t):
		out = t.in(l.Lang)
	case errors.As(err, &s):
		out = l.placed(s.Name, s.Line, s.Msg, s.Remedy)
	case errors.As(err, &d):
		out = l.placed(d.Name, d.Line, d.Msg, d.Remedy)
	}
	return column.Visible(strings.TrimSpace(out))
}

// placed gives a library's error, in Japanese where the catalogue has it.
func (l language) placed(file string, line int, msg, remedy string) string {
	return at(file, line) + joinRemedy(l.translate(msg), l.translate(remedy))
}
