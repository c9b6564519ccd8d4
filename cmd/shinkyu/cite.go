package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"shinkyu/parse"
	"shinkyu/parse/cite"
	citerender "shinkyu/parse/cite/render"
)

// CiteOptions are those of cite.
type CiteOptions struct {
	InputOptions
	OutputOptions
	Laws    string
	Context int
	BOM     bool
}

// AddFlags registers the flags of the options.
func (o *CiteOptions) AddFlags(cmd *cobra.Command, l language) {
	o.OutputOptions.AddFlags(cmd, l, "json", "markdown", "csv", "matrix", "csl-json")
	cmd.Flags().StringVar(&o.Laws, "laws", "", l.say(helpLaws))
	cmd.Flags().IntVar(&o.Context, "context", -1, l.say(helpContext))
	cmd.Flags().BoolVar(&o.BOM, "bom", false, l.say(helpBOM))
	o.InputOptions.AddFlags(cmd, l)
}

func newCiteCommand(a *app) *cobra.Command {
	var opt CiteOptions
	cmd := &cobra.Command{
		Use:     "cite [FILE...]",
		Short:   a.say(citeShort),
		Long:    a.long(citeLong),
		Example: citeExample,
		Args: func(cmd *cobra.Command, args []string) error {
			if opt.DB != "" {
				return nil // no names: the corpus
			}
			return takes(1, -1, msgSomeFiles)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return runCite(a, &opt, args) },
	}
	opt.AddFlags(cmd, a.language)
	return cmd
}

func runCite(a *app, opt *CiteOptions, names []string) error {
	if err := opt.choose("json"); err != nil {
		return err
	}
	var find cite.Options
	if opt.Laws != "" {
		laws, err := a.readLaws(opt.Laws, opt.aside(maxLaws))
		if err != nil {
			return err
		}
		find.Laws = laws
	}
	if len(names) == 0 {
		return a.citeCorpus(opt)
	}
	all, err := eachDocument(a, names, &opt.InputOptions, func(d *parse.Document) (cited, error) {
		x, err := cite.Find(d, find)
		c := cited{name: d.Source.Name, index: x}
		if opt.Context >= 0 {
			c.sentence = cite.Contexts(d, opt.Context)
		}
		return c, err
	})
	if err != nil {
		return err
	}
	result, err := citations(a, opt, all)
	if err != nil {
		return err
	}
	return a.emit(&opt.OutputOptions, result, append(slices.Clone(names), opt.Laws, opt.DB))
}

// cited is what a document cites. The document itself is kept only where its
// sentences are to be shown.
type cited struct {
	name     string
	index    *cite.Index
	sentence func(cite.Place) string // nil where none is shown
}

func citations(a *app, opt *CiteOptions, all []cited) ([]byte, error) {
	show := citerender.Options{Lang: a.Lang, BOM: opt.BOM}
	indexes := make([]*cite.Index, len(all))
	for i, c := range all {
		show.Docs = append(show.Docs, c.name)
		indexes[i] = c.index
	}
	if opt.Context >= 0 {
		show.Sentences = contexts(all)
	}
	return renderCitations(opt, cite.Merge(indexes...), show)
}

func renderCitations(opt *CiteOptions, x *cite.Index, show citerender.Options) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch opt.Format {
	case "markdown":
		err = citerender.Markdown(&b, x, show)
	case "csv":
		err = citerender.CSV(&b, x, show)
	case "matrix":
		err = citerender.MatrixCSV(&b, x, show)
	case "csl-json":
		err = citerender.CSL(&b, x)
	default:
		err = citerender.JSON(&b, x, show)
	}
	return b.Bytes(), err
}

// contexts gives the sentences around a place of any of the documents.
func contexts(all []cited) func(cite.Place) string {
	of := make(map[string]func(cite.Place) string, len(all))
	for _, c := range all {
		of[c.name] = c.sentence
	}
	return func(p cite.Place) string { return of[p.Doc](p) }
}

// maxLaws is the largest list of laws, in bytes: some five times e-Gov's.
const maxLaws = 16 << 20

// readLaws reads e-Gov's list of laws.
func (a *app) readLaws(name string, limit int64) (*cite.Laws, error) {
	data, err := a.readInput(name, limit)
	if err != nil {
		return nil, err
	}
	laws, err := cite.ReadLaws(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err) // the error begins with its line
	}
	return laws, nil
}
