package main

import (
	"bytes"
	"slices"

	"github.com/spf13/cobra"

	"shinkyu/parse/cite"
	citerender "shinkyu/parse/cite/render"
)

// DatesOptions are those of dates.
type DatesOptions struct {
	InputOptions
	OutputOptions
	BOM bool
}

// AddFlags registers the flags of the options.
func (o *DatesOptions) AddFlags(cmd *cobra.Command, l language) {
	o.OutputOptions.AddFlags(cmd, l, "json", "csv", "markdown")
	cmd.Flags().BoolVar(&o.BOM, "bom", false, l.say(helpBOM))
	o.InputOptions.AddFlags(cmd, l)
}

func newDatesCommand(a *app) *cobra.Command {
	var opt DatesOptions
	cmd := &cobra.Command{
		Use:     "dates FILE...",
		Short:   a.say(datesShort),
		Long:    a.long(datesLong),
		Example: datesExample,
		Args:    takes(1, -1, msgSomeFiles),
		RunE:    func(_ *cobra.Command, args []string) error { return runDates(a, &opt, args) },
	}
	opt.AddFlags(cmd, a.language)
	return cmd
}

func runDates(a *app, opt *DatesOptions, names []string) error {
	if err := opt.choose("json"); err != nil {
		return err
	}
	docs, err := a.readDocuments(names, &opt.InputOptions)
	if err != nil {
		return err
	}
	var dates []cite.Date
	for _, d := range docs {
		dates = append(dates, cite.Dates(d)...)
	}
	show := citerender.Options{Lang: a.Lang, BOM: opt.BOM}
	var b bytes.Buffer
	switch opt.Format {
	case "csv":
		err = citerender.DatesCSV(&b, dates, show)
	case "markdown":
		err = citerender.DatesMarkdown(&b, dates, show)
	default:
		err = citerender.DatesJSON(&b, dates)
	}
	if err != nil {
		return err
	}
	return a.emit(&opt.OutputOptions, b.Bytes(), append(slices.Clone(names), opt.DB))
}
