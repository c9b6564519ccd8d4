package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	corpusreport "shinkyu/corpus/report"
)

// SeriesOptions are those of the commands that go through the editions of a
// series.
type SeriesOptions struct {
	CorpusOptions
	OutputOptions
	Series string
	Drafts bool
	BOM    bool
}

// AddFlags registers the flags of the options for a command with these
// formats.
func (o *SeriesOptions) AddFlags(cmd *cobra.Command, l language, formats ...string) {
	o.CorpusOptions.AddFlags(cmd, l)
	f := cmd.Flags()
	f.StringVar(&o.Series, "series", "", l.say(helpOfSeries))
	f.BoolVar(&o.Drafts, "drafts", false, l.say(helpDrafts))
	f.BoolVar(&o.BOM, "bom", false, l.say(helpBOM))
	o.OutputOptions.AddFlags(cmd, l, formats...)
}

func newCorpusWorksCommand(a *app) *cobra.Command {
	var opt SeriesOptions
	cmd := &cobra.Command{
		Use:     "works",
		Short:   a.say(corpusWorksShort),
		Long:    a.long(corpusWorksLong),
		Example: corpusWorksExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCorpusWorks(cmd.Context(), a, &opt) },
	}
	opt.AddFlags(cmd, a.language, "markdown", "json", "csv")
	return cmd
}

func runCorpusWorks(ctx context.Context, a *app, opt *SeriesOptions) error {
	if err := opt.choose("markdown"); err != nil {
		return err
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		t, err := c.Works(ctx, opt.Series, opt.Drafts)
		if err != nil {
			return err
		}
		show := a.reporting(&opt.OutputOptions, opt.BOM)
		return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
			switch opt.Format {
			case "json":
				return corpusreport.WorksJSON(w, t)
			case "csv":
				return corpusreport.WorksCSV(w, t, show)
			}
			return corpusreport.WorksMarkdown(w, t, show)
		})
	})
}
