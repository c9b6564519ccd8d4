package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/report"
	"shinkyu/parse/render/md"
)

// SeriesMarkdown writes the report on a series as Markdown: its editions and
// ledger, each edition against the one before it, terms and works.
func SeriesMarkdown(w io.Writer, h *corpus.History, o SeriesOptions) error {
	r := &seriesMarkdown{History: h, SeriesOptions: o}
	fmt.Fprintf(&r.b, "# %s\n\n", o.t(seriesTitle, md.Text(h.Ledger.Series)))
	r.contents()
	r.place("editions")
	r.editions(&r.b, h.Ledger)
	r.place("ledger")
	r.areas(&r.b, h.Ledger, LedgerPart{Link: linkTo(h, func(k, change int) string {
		if to := report.MarkdownAnchor(h.Comparisons[k-1], change, r.show(k)); to != "" {
			return "#" + to
		}
		return "#" + pairID(k)
	})})
	for i, c := range h.Comparisons {
		if err := r.comparison(i+1, c); err != nil {
			return err
		}
	}
	r.place("terms")
	fmt.Fprintf(&r.b, "## %s\n\n", o.t(termsTitle))
	r.terms(&r.b, h.Terms)
	r.place("works")
	fmt.Fprintf(&r.b, "## %s\n\n", o.t(worksTitle))
	r.works(&r.b, h.Works, "###")
	if err := r.method(); err != nil {
		return err
	}
	_, err := io.WriteString(w, r.b.String())
	return err
}

type seriesMarkdown struct {
	*corpus.History
	SeriesOptions
	b strings.Builder
}

// place writes a place that links can lead to.
func (r *seriesMarkdown) place(id string) { fmt.Fprintf(&r.b, "<a id=\"%s\"></a>\n\n", id) }

func (r *seriesMarkdown) contents() {
	fmt.Fprintf(&r.b, "## %s\n\n", r.t(seriesContents))
	entry := func(id, text, note string) { fmt.Fprintf(&r.b, "- [%s](#%s)%s\n", text, id, note) }
	entry("editions", r.t(seriesEditions), "")
	entry("ledger", r.t(seriesLedger), "")
	for i, c := range r.Comparisons {
		entry(pairID(i+1), md.Text(r.pairLabel(r.Ledger, i+1)), r.t(say("（%s）", " (%s)"), tally(&r.Options, c)))
	}
	entry("terms", r.t(termsTitle), "")
	entry("works", r.t(worksTitle), "")
	entry("method", r.t(seriesMethod), "")
	r.b.WriteString("\n")
}

// show gives the options for the comparison of edition k with the one before.
func (r *seriesMarkdown) show(k int) report.Options {
	return report.Options{Lang: r.Lang, Prefix: pairID(k) + "-", Command: r.Command}
}

func (r *seriesMarkdown) comparison(k int, c *diff.Comparison) error {
	r.place(pairID(k))
	fmt.Fprintf(&r.b, "## %s\n\n", md.Text(r.pairLabel(r.Ledger, k)))
	fmt.Fprintf(&r.b, "[%s](#ledger)\n\n", r.t(seriesToLedger))
	return report.MarkdownPart(&r.b, c, r.show(k))
}

// method is the same for all comparisons.
func (r *seriesMarkdown) method() error {
	r.place("method")
	fmt.Fprintf(&r.b, "## %s\n\n", r.t(seriesMethod))
	var b bytes.Buffer
	if err := report.MarkdownMethod(&b, r.Comparisons[0], r.show(1)); err != nil {
		return err
	}
	r.b.Write(bytes.TrimRight(b.Bytes(), "\n"))
	r.b.WriteString("\n")
	return nil
}
