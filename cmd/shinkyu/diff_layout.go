package main

import (
	"io"

	"github.com/spf13/cobra"

	"shinkyu/diff"
	"shinkyu/diff/report/docx"
	"shinkyu/diff/report/html"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/xlsx"
)

// LayoutOptions are those of the forms that show both texts side by side.
type LayoutOptions struct {
	Redline  bool
	OldFirst bool
	NewFirst bool
	Abridge  bool
}

// AddFlags registers the flags of the options.
func (o *LayoutOptions) AddFlags(cmd *cobra.Command, l language) {
	f := cmd.Flags()
	f.BoolVar(&o.Redline, "redline", false, l.say(helpRedline))
	f.BoolVar(&o.OldFirst, "old-first", false, l.say(helpOldFirst))
	f.BoolVar(&o.NewFirst, "new-first", false, l.say(helpNewFirst))
	f.BoolVar(&o.Abridge, "abridge", false, l.say(helpAbridge))
}

// A layoutWriter writes a comparison in one of those forms.
type layoutWriter func(io.Writer, *diff.Comparison, layout.Options) error

// layoutWriters are the forms by name.
var layoutWriters = map[string]layoutWriter{
	"html": func(w io.Writer, c *diff.Comparison, opt layout.Options) error { return html.Write(w, c, opt) },
	"docx": docx.Write,
	"xlsx": xlsx.Write,
}

// binary are the formats that no terminal can show.
var binary = map[string]bool{"docx": true, "xlsx": true}

// check refuses what does not go together.
func (o *LayoutOptions) check(a *app, format, out string) error {
	switch {
	case o.Redline && format != "docx":
		return trouble{Msg: msgRedlineForm, Remedy: msgRedlineFormRemedy}
	case o.OldFirst && o.NewFirst:
		return trouble{Msg: msgBothFirst, Remedy: msgBothFirstRemedy}
	case binary[format] && (out == "" || out == "-") && a.onTerminal():
		return trouble{Msg: msgBinary.with(format), Remedy: msgBinaryRemedy.with(format)}
	}
	return nil
}

// writer gives the writer of a format, nil where it is none of these.
func (o *LayoutOptions) writer(format string) layoutWriter {
	if o.Redline && format == "docx" {
		return docx.Redline
	}
	return layoutWriters[format]
}

// options gives those of the layout. The new text stands first unless asked
// for otherwise, as ministries print it.
func (o *LayoutOptions) options(a *app) layout.Options {
	return layout.Options{Lang: a.Lang, OldFirst: o.OldFirst, Abridge: o.Abridge, Command: a.commandLine()}
}
