package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
)

// CorpusAddOptions are those of corpus add.
type CorpusAddOptions struct {
	CorpusOptions
	InputOptions
	Series     string
	FiscalYear int
	Jobs       int
}

func newCorpusAddCommand(a *app) *cobra.Command {
	var opt CorpusAddOptions
	cmd := &cobra.Command{
		Use:     "add PATH...",
		Short:   a.say(corpusAddShort),
		Long:    a.long(corpusAddLong),
		Example: corpusAddExample,
		Args:    takes(1, -1, msgSomePaths),
		RunE:    func(cmd *cobra.Command, args []string) error { return runCorpusAdd(cmd.Context(), a, &opt, args) },
	}
	opt.CorpusOptions.AddFlags(cmd, a.language)
	f := cmd.Flags()
	f.StringVar(&opt.Series, "series", "", a.say(helpCorpusSeries))
	f.IntVar(&opt.FiscalYear, "fiscal-year", 0, a.say(helpCorpusFiscalYear))
	f.IntVar(&opt.Jobs, "jobs", 0, a.say(helpCorpusJobs))
	opt.InputOptions.addReadingFlags(cmd, a.language)
	return cmd
}

func runCorpusAdd(ctx context.Context, a *app, opt *CorpusAddOptions, paths []string) error {
	so, err := opt.source()
	if err != nil {
		return err
	}
	if opt.FiscalYear < 0 || opt.FiscalYear > 9999 {
		return trouble{Msg: msgBadValue.with("fiscal-year", fmt.Sprint(opt.FiscalYear)), Remedy: msgFiscalYearRemedy}
	}
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Create, "corpus add", func(c *corpus.Corpus) error {
		bar := a.newBar()
		var stored []string // ids of what is new
		sum, err := c.Add(ctx, paths, corpus.AddOptions{
			Series: opt.Series, FiscalYear: opt.FiscalYear, Jobs: opt.Jobs, Source: so, Progress: bar.progress,
			Each: func(f corpus.File) {
				if f.Outcome == corpus.Added || f.Outcome == corpus.Changed {
					stored = append(stored, f.ID)
				}
				a.tellFile(bar, f)
			},
		})
		bar.clear()
		if err != nil {
			return err
		}
		fmt.Fprintln(a.stdout, a.say(sayAdded, sum.Added, sum.Changed, sum.Same, sum.Passed, sum.Failed))
		if err := a.proposeSeries(ctx, c, stored); err != nil {
			return err
		}
		return failures(sum)
	})
}

// failures is the trouble at the end of work of which a part failed.
func failures(sum corpus.Summary) error {
	if sum.Failed == 0 {
		return nil
	}
	return trouble{Msg: msgFailures.with(sum.Failed), Remedy: msgFailuresRemedy}
}

// tellFile says of a file why it is not in the corpus.
func (a *app) tellFile(bar *bar, f corpus.File) {
	switch f.Outcome {
	case corpus.Failed:
		bar.clear()
		err := f.Err
		if t := (trouble{}); !asTrouble(err, &t) {
			err = a.pathTrouble(f.Path, err)
		}
		a.complain(err)
	case corpus.Passed:
		bar.clear()
		a.note("%s", a.say(sayPassed, f.Path, a.sentenceOf(f.Err, f.Path)))
	}
}

// proposeSeries names the series that new documents may have in common with
// others under a near name.
func (a *app) proposeSeries(ctx context.Context, c *corpus.Corpus, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	_, near, err := c.Series(ctx)
	if err != nil || len(near) == 0 {
		return err
	}
	fresh := map[string]bool{}
	for _, id := range ids {
		d, err := c.Document(ctx, id)
		if err != nil {
			return err
		}
		fresh[d.Series] = true
	}
	near = slices.DeleteFunc(near, func(p corpus.SeriesPair) bool { return !fresh[p.A] && !fresh[p.B] })
	for i, p := range near {
		if i == maxProposals {
			a.note("%s", a.say(sayMoreNear, len(near)-i))
			break
		}
		a.note("%s", a.say(sayNear, strings.TrimSpace(p.A), strings.TrimSpace(p.B)))
	}
	return nil
}

// maxProposals is how many near names are shown after adding; `corpus series`
// shows all.
const maxProposals = 5
