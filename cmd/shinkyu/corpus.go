package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	corpusreport "shinkyu/corpus/report"
	"shinkyu/corpus/results"
	"shinkyu/parse/render/column"
)

// CorpusOptions name a corpus.
type CorpusOptions struct {
	DB string
}

// AddFlags registers the flags of the options.
func (o *CorpusOptions) AddFlags(cmd *cobra.Command, l language) {
	cmd.Flags().StringVar(&o.DB, "db", "corpus.db", l.say(helpCorpusDB))
}

func newCorpusCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "corpus",
		Short:   a.say(corpusShort),
		Long:    a.long(corpusLong),
		Example: corpusExample,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return trouble{Msg: msgNoCommand.with("corpus " + args[0]), Remedy: msgSeeHelp.with(cmd.CommandPath())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		newCorpusAddCommand(a), newCorpusListCommand(a), newCorpusRemoveCommand(a), newCorpusCheckCommand(a),
		newCorpusRefreshCommand(a), newCorpusSeriesCommand(a), newCorpusSetCommand(a), newCorpusWorksCommand(a),
	)
	return cmd
}

// withCorpus opens a corpus for the time of f.
func (a *app) withCorpus(ctx context.Context, opt *CorpusOptions, mode corpus.Mode, doing string, f func(*corpus.Corpus) error) (err error) {
	c, err := corpus.Open(ctx, opt.DB, corpus.Options{
		Mode: mode, Doing: doing, Log: func(s string) { a.note("%s", s) }, Results: results.Open(resultsFolder(), 0),
	})
	if err != nil {
		return a.corpusTrouble(err)
	}
	defer func() { err = a.corpusTrouble(errors.Join(err, c.Close())) }()
	return f(c)
}

// note writes a line to standard error that is no trouble.
func (a *app) note(format string, args ...any) {
	fmt.Fprintln(a.stderr, "shinkyu: "+column.Visible(fmt.Sprintf(format, args...)))
}

// reporting gives the options of a report on a corpus.
func (a *app) reporting(o *OutputOptions, bom bool) corpusreport.Options {
	r := corpusreport.Options{Lang: a.Lang, BOM: bom}
	if o.Out == "" && a.onTerminal() {
		r.Width, r.Color = a.width(), a.colorful()
	}
	return r
}

// emitReport writes what f writes, whole or not at all.
func (a *app) emitReport(o *OutputOptions, db string, f func(io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	return a.emit(o, b.Bytes(), []string{db})
}

// allDocuments lists a corpus.
func allDocuments(ctx context.Context, c *corpus.Corpus) ([]*corpus.Document, error) {
	var docs []*corpus.Document
	for d, err := range c.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// named gives the documents with these ids, in order.
func named(ctx context.Context, c *corpus.Corpus, ids []string) ([]*corpus.Document, error) {
	var docs []*corpus.Document
	for _, id := range ids {
		d, err := c.Document(ctx, id)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(docs, func(x *corpus.Document) bool { return x.ID == d.ID }) {
			docs = append(docs, d)
		}
	}
	return docs, nil
}
