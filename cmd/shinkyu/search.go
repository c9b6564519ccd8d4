package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	corpusreport "shinkyu/corpus/report"
)

// SearchOptions are those of search.
type SearchOptions struct {
	CorpusOptions
	OutputOptions
	corpus.SearchOptions
}

func newSearchCommand(a *app) *cobra.Command {
	var opt SearchOptions
	cmd := &cobra.Command{
		Use:     "search QUERY",
		Short:   a.say(searchShort),
		Long:    a.long(searchLong),
		Example: searchExample,
		Args:    takes(1, -1, msgQuery),
		RunE:    func(cmd *cobra.Command, args []string) error { return runSearch(cmd.Context(), a, &opt, args) },
	}
	opt.CorpusOptions.AddFlags(cmd, a.language)
	f := cmd.Flags()
	f.IntVar(&opt.Limit, "limit", 20, a.say(helpLimit))
	f.IntVar(&opt.Offset, "offset", 0, a.say(helpOffset))
	f.IntVar(&opt.Around, "around", 40, a.say(helpAround))
	opt.OutputOptions.AddFlags(cmd, a.language, "table", "json")
	return cmd
}

func runSearch(ctx context.Context, a *app, opt *SearchOptions, args []string) error {
	if err := opt.choose("table"); err != nil {
		return err
	}
	for flag, n := range map[string]int{"limit": opt.Limit, "offset": opt.Offset, "around": opt.Around} {
		if n < 0 {
			return trouble{Msg: msgNegative.with(flag), Remedy: msgNegativeRemedy}
		}
	}
	query := strings.Join(args, " ")
	return a.withCorpus(ctx, &opt.CorpusOptions, corpus.Read, "", func(c *corpus.Corpus) error {
		r, err := c.Search(ctx, query, opt.SearchOptions)
		if err != nil {
			return err
		}
		return a.emitReport(&opt.OutputOptions, opt.DB, func(w io.Writer) error {
			if opt.Format == "json" {
				return corpusreport.SearchJSON(w, query, r)
			}
			return corpusreport.SearchTable(w, r, a.reporting(&opt.OutputOptions, false))
		})
	})
}
