package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	corpusreport "shinkyu/corpus/report"
	"shinkyu/diff"
)

// LedgerOptions are those of ledger.
type LedgerOptions struct {
	SeriesOptions
	Terms       string
	Jobs        int
	Comparisons bool
	OldFirst    bool
	Abridge     bool
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
	cmd.Flags().BoolVar(&opt.Comparisons, "comparisons", false, a.say(helpComparisons))
	cmd.Flags().BoolVar(&opt.OldFirst, "old-first", false, a.say(helpOldFirstSeries))
	cmd.Flags().BoolVar(&opt.Abridge, "abridge", false, a.say(helpAbridgeSeries))
	return cmd
}

func runLedger(ctx context.Context, a *app, opt *LedgerOptions) error {
	if err := opt.choose("markdown"); err != nil {
		return err
	}
	if opt.Series == "" {
		return trouble{Msg: msgNoSeries, Remedy: msgNoSeriesRemedy}
	}
	if err := opt.check(); err != nil {
		return err
	}
	lexicon, err := a.readTerms(opt.Terms, maxTerms)
	if err != nil {
		return err
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		bar := a.newBar()
		how := corpus.LedgerOptions{
			Drafts: opt.Drafts, Jobs: opt.Jobs, Diff: diff.Options{Lexicon: lexicon}, Progress: bar.counted,
		}
		if opt.Comparisons {
			h, err := c.History(ctx, opt.Series, how)
			bar.clear()
			if err != nil {
				return err
			}
			return a.seriesReport(opt, h)
		}
		l, err := c.Ledger(ctx, opt.Series, how)
		bar.clear()
		if err != nil {
			return err
		}
		return a.ledgerReport(opt, l)
	})
}

// check refuses what does not go together.
func (o *LedgerOptions) check() error {
	switch {
	case o.Comparisons && o.Format != "markdown" && o.Format != "html":
		return trouble{Msg: msgComparisonsForm, Remedy: msgComparisonsFormRemedy}
	case (o.OldFirst || o.Abridge) && !(o.Comparisons && o.Format == "html"):
		return trouble{Msg: msgSideBySide, Remedy: msgSideBySideRemedy}
	}
	return nil
}

func (a *app) ledgerReport(opt *LedgerOptions, l *ledger.Ledger) error {
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
}

// seriesReport writes the ledger with the comparisons that it rests on.
func (a *app) seriesReport(opt *LedgerOptions, h *corpus.History) error {
	show := corpusreport.SeriesOptions{
		Options: a.reporting(&opt.OutputOptions, opt.BOM), OldFirst: opt.OldFirst, Abridge: opt.Abridge, Command: a.commandLine(),
	}
	return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
		if opt.Format == "html" {
			return corpusreport.SeriesHTML(w, h, show)
		}
		return corpusreport.SeriesMarkdown(w, h, show)
	})
}
