package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	corpusreport "shinkyu/corpus/report"
)

// CorpusListOptions are those of corpus list and corpus series.
type CorpusListOptions struct {
	CorpusOptions
	OutputOptions
	Series string
}

func newCorpusListCommand(a *app) *cobra.Command {
	var opt CorpusListOptions
	cmd := &cobra.Command{
		Use:     "list",
		Short:   a.say(corpusListShort),
		Long:    a.long(corpusListLong),
		Example: corpusListExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCorpusList(cmd.Context(), a, &opt) },
	}
	opt.CorpusOptions.AddFlags(cmd, a.language)
	cmd.Flags().StringVar(&opt.Series, "series", "", a.say(helpOfSeries))
	opt.OutputOptions.AddFlags(cmd, a.language, "table", "json")
	return cmd
}

func runCorpusList(ctx context.Context, a *app, opt *CorpusListOptions) error {
	if err := opt.choose("table"); err != nil {
		return err
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		docs, err := listDocuments(ctx, c, opt.Series)
		if err != nil {
			return err
		}
		return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
			if opt.Format == "json" {
				return corpusreport.DocumentsJSON(w, docs)
			}
			return corpusreport.DocumentsTable(w, docs, a.reporting(&opt.OutputOptions, false))
		})
	})
}

func listDocuments(ctx context.Context, c *corpus.Corpus, series string) ([]*corpus.Document, error) {
	if series != "" {
		return c.Editions(ctx, series, true)
	}
	return allDocuments(ctx, c)
}

func newCorpusSeriesCommand(a *app) *cobra.Command {
	var opt CorpusListOptions
	cmd := &cobra.Command{
		Use:     "series",
		Short:   a.say(corpusSeriesShort),
		Long:    a.long(corpusSeriesLong),
		Example: corpusSeriesExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCorpusSeries(cmd.Context(), a, &opt) },
	}
	opt.CorpusOptions.AddFlags(cmd, a.language)
	opt.OutputOptions.AddFlags(cmd, a.language, "table", "json")
	return cmd
}

func runCorpusSeries(ctx context.Context, a *app, opt *CorpusListOptions) error {
	if err := opt.choose("table"); err != nil {
		return err
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		list, near, err := c.Series(ctx)
		if err != nil {
			return err
		}
		return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
			if opt.Format == "json" {
				return corpusreport.SeriesJSON(w, list, near)
			}
			return corpusreport.SeriesTable(w, list, near, a.reporting(&opt.OutputOptions, false))
		})
	})
}
