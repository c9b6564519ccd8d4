package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"shinkyu/parse/render"
)

// ParseOptions are those of parse.
type ParseOptions struct {
	InputOptions
	OutputOptions
	Explain bool
}

// AddFlags registers the flags of the options.
func (o *ParseOptions) AddFlags(cmd *cobra.Command, l language) {
	o.OutputOptions.AddFlags(cmd, l, "json", "outline", "markdown")
	cmd.Flags().BoolVar(&o.Explain, "explain", false, l.say(helpExplain))
	o.InputOptions.AddFlags(cmd, l)
}

func newParseCommand(a *app) *cobra.Command {
	var opt ParseOptions
	cmd := &cobra.Command{
		Use:     "parse FILE",
		Short:   a.say(parseShort),
		Long:    a.long(parseLong),
		Example: parseExample,
		Args:    takes(1, 1, msgOneFile),
		RunE:    func(_ *cobra.Command, args []string) error { return runParse(a, &opt, args[0]) },
	}
	opt.AddFlags(cmd, a.language)
	return cmd
}

func runParse(a *app, opt *ParseOptions, name string) error {
	if err := opt.choose("json"); err != nil {
		return err
	}
	doc, err := a.readDocument(name, &opt.InputOptions)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	switch {
	case opt.Explain:
		err = render.Explain(&b, doc, a.Lang)
	case opt.Format == "outline":
		err = render.Outline(&b, doc)
	case opt.Format == "markdown":
		err = render.Markdown(&b, doc)
	default:
		err = render.JSON(&b, doc)
	}
	if err != nil {
		return err
	}
	return a.emit(&opt.OutputOptions, b.Bytes(), []string{name, opt.DB})
}
