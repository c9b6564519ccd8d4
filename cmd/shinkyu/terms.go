package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/corpus/overtime"
	corpusreport "shinkyu/corpus/report"
)

// TermsOptions are those of terms.
type TermsOptions struct {
	SeriesOptions
	Terms []string
	Limit int
	Least int
}

func newTermsCommand(a *app) *cobra.Command {
	var opt TermsOptions
	cmd := &cobra.Command{
		Use:     "terms [ID...]",
		Short:   a.say(termsShort),
		Long:    a.long(termsLong),
		Example: termsExample,
		RunE:    func(cmd *cobra.Command, ids []string) error { return runTerms(cmd.Context(), a, &opt, ids) },
	}
	opt.AddFlags(cmd, a.language, "markdown", "json", "csv")
	f := cmd.Flags()
	f.StringArrayVar(&opt.Terms, "term", nil, a.say(helpTerm))
	f.IntVar(&opt.Limit, "limit", 50, a.say(helpTermLimit))
	f.IntVar(&opt.Least, "least", 3, a.say(helpTermLeast))
	return cmd
}

func runTerms(ctx context.Context, a *app, opt *TermsOptions, ids []string) error {
	if err := opt.choose("markdown"); err != nil {
		return err
	}
	if opt.Series != "" && len(ids) > 0 {
		return trouble{Msg: msgSeriesAndIDs, Remedy: msgSeriesAndIDsRemedy}
	}
	wanted := corpus.TermOptions{
		TermOptions: overtime.TermOptions{Terms: opt.Terms, Limit: opt.Limit, Least: opt.Least},
		Drafts:      opt.Drafts,
	}
	if opt.Limit == 0 {
		wanted.Limit = -1
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		t, err := countTerms(ctx, c, opt.Series, ids, wanted)
		if err != nil {
			return err
		}
		show := a.reporting(&opt.OutputOptions, opt.BOM)
		return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
			switch opt.Format {
			case "json":
				return corpusreport.TermsJSON(w, t)
			case "csv":
				return corpusreport.TermsCSV(w, t, show)
			}
			return corpusreport.TermsMarkdown(w, t, show)
		})
	})
}

func countTerms(ctx context.Context, c *corpus.Corpus, series string, ids []string, opt corpus.TermOptions) (*overtime.Terms, error) {
	if len(ids) == 0 {
		return c.Terms(ctx, series, opt)
	}
	docs, err := named(ctx, c, ids)
	if err != nil {
		return nil, err
	}
	return c.TermsOf(ctx, docs, "", opt)
}
