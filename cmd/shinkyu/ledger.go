package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	corpusreport "shinkyu/corpus/report"
	"shinkyu/diff"
)

// LedgerOptions are those of ledger.
type LedgerOptions struct {
	SeriesOptions
	Terms string
	Jobs  int
}

func newLedgerCommand(a *app) *cobra.Command {
	var opt LedgerOptions
	cmd := &cobra.Command{
		Use:     "ledger --series NAME",
		Short:   a.say(ledgerShort),
		Long:    a.long(ledgerLong),
		Example: ledgerExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runLedger(cmd.Context(), a, &opt) },
	}
	opt.AddFlags(cmd, a.language, "markdown", "json", "html", "csv")
	cmd.Flags().StringVar(&opt.Terms, "terms", "", a.say(helpTerms))
	cmd.Flags().IntVar(&opt.Jobs, "jobs", 0, a.say(helpCorpusJobs))
	return cmd
}

func runLedger(ctx context.Context, a *app, opt *LedgerOptions) error {
	if err := opt.choose("markdown"); err != nil {
		return err
	}
	if opt.Series == "" {
		return trouble{Msg: msgNoSeries, Remedy: msgNoSeriesRemedy}
	}
	lexicon, err := a.readTerms(opt.Terms)
	if err != nil {
		return err
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		bar := a.newBar()
		l, err := c.Ledger(ctx, opt.Series, corpus.LedgerOptions{
			Drafts: opt.Drafts, Jobs: opt.Jobs, Diff: diff.Options{Lexicon: lexicon}, Progress: bar.counted,
		})
		bar.clear()
		if err != nil {
			return err
		}
		show := a.reporting(&opt.OutputOptions, opt.BOM)
		return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
			switch opt.Format {
			case "json":
				return corpusreport.LedgerJSON(w, l)
			case "csv":
				return corpusreport.LedgerCSV(w, l, show)
			case "html":
				return corpusreport.LedgerHTML(w, l, show)
			}
			return corpusreport.LedgerMarkdown(w, l, show)
		})
	})
}
