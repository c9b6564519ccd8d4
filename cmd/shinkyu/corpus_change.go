package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/parse/render/column"
	"shinkyu/parse/source"
)

func newCorpusRemoveCommand(a *app) *cobra.Command {
	var opt CorpusOptions
	cmd := &cobra.Command{
		Use:     "remove ID...",
		Short:   a.say(corpusRemoveShort),
		Long:    a.long(corpusRemoveLong),
		Example: corpusRemoveExample,
		Args:    takes(1, -1, msgSomeIDs),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return a.withCorpus(cmd.Context(), &opt, corpus.Write, "corpus remove", func(c *corpus.Corpus) error {
				return c.Remove(cmd.Context(), ids...)
			})
		},
	}
	opt.AddFlags(cmd, a.language)
	return cmd
}

// CorpusSetOptions are those of corpus set.
type CorpusSetOptions struct {
	CorpusOptions
	Series     string
	FiscalYear int
}

func newCorpusSetCommand(a *app) *cobra.Command {
	var opt CorpusSetOptions
	cmd := &cobra.Command{
		Use:     "set ID...",
		Short:   a.say(corpusSetShort),
		Long:    a.long(corpusSetLong),
		Example: corpusSetExample,
		Args:    takes(1, -1, msgSomeIDs),
		RunE: func(cmd *cobra.Command, ids []string) error {
			var series *string
			var year *int
			if cmd.Flags().Changed("series") {
				series = &opt.Series
			}
			if cmd.Flags().Changed("fiscal-year") {
				year = &opt.FiscalYear
			}
			if series == nil && year == nil {
				return trouble{Msg: msgNothingToSet, Remedy: msgNothingToSetRemedy}
			}
			return a.withCorpus(cmd.Context(), &opt.CorpusOptions, corpus.Write, "corpus set", func(c *corpus.Corpus) error {
				return c.Set(cmd.Context(), ids, series, year)
			})
		},
	}
	opt.AddFlags(cmd, a.language)
	cmd.Flags().StringVar(&opt.Series, "series", "", a.say(helpSetSeries))
	cmd.Flags().IntVar(&opt.FiscalYear, "fiscal-year", 0, a.say(helpSetFiscalYear))
	return cmd
}

func newCorpusCheckCommand(a *app) *cobra.Command {
	var opt CorpusOptions
	cmd := &cobra.Command{
		Use:     "check",
		Short:   a.say(corpusCheckShort),
		Long:    a.long(corpusCheckLong),
		Example: corpusCheckExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCorpusCheck(cmd.Context(), a, &opt) },
	}
	opt.AddFlags(cmd, a.language)
	return cmd
}

func runCorpusCheck(ctx context.Context, a *app, opt *CorpusOptions) error {
	return a.withCorpus(ctx, opt, corpus.Read, "", func(c *corpus.Corpus) error {
		bar := a.newBar()
		bad, err := c.Check(ctx, bar.counted)
		bar.clear()
		if err != nil {
			return err
		}
		for _, b := range bad {
			fmt.Fprintln(a.stdout, column.Visible(b))
		}
		if len(bad) > 0 {
			return trouble{File: opt.DB, Msg: msgDamaged.with(len(bad)), Remedy: msgDamagedRemedy}
		}
		docs, err := allDocuments(ctx, c)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.stdout, a.say(saySound, len(docs)))
		return nil
	})
}

// CorpusRefreshOptions are those of corpus refresh.
type CorpusRefreshOptions struct {
	CorpusOptions
	All  bool
	Jobs int
}

func newCorpusRefreshCommand(a *app) *cobra.Command {
	var opt CorpusRefreshOptions
	cmd := &cobra.Command{
		Use:     "refresh",
		Short:   a.say(corpusRefreshShort),
		Long:    a.long(corpusRefreshLong),
		Example: corpusRefreshExample,
		Args:    takes(0, 0, msgNothing),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCorpusRefresh(cmd.Context(), a, &opt) },
	}
	opt.AddFlags(cmd, a.language)
	cmd.Flags().BoolVar(&opt.All, "all", false, a.say(helpRefreshAll))
	cmd.Flags().IntVar(&opt.Jobs, "jobs", 0, a.say(helpCorpusJobs))
	return cmd
}

func runCorpusRefresh(ctx context.Context, a *app, opt *CorpusRefreshOptions) error {
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Write, "corpus refresh", func(c *corpus.Corpus) error {
		bar := a.newBar()
		sum, err := c.Refresh(ctx, corpus.RefreshOptions{
			All: opt.All, Jobs: opt.Jobs, Source: source.Options{}, Progress: bar.progress,
			Each: func(f corpus.File) { a.tellFile(bar, f) },
		})
		bar.clear()
		if err != nil {
			return err
		}
		fmt.Fprintln(a.stdout, a.say(sayRefreshed, sum.Changed, sum.Failed))
		return failures(sum)
	})
}
