package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/diff"
	"shinkyu/diff/report"
	"shinkyu/diff/wording"
	"shinkyu/parse/token"
)

// DiffOptions are those of diff.
type DiffOptions struct {
	InputOptions
	OutputOptions
	LayoutOptions
	DecisionOptions
	ExitCode   bool
	Mechanical bool
	Terms      string
	Ladder     string
	Color      string
	BOM        bool
}

// AddFlags registers the flags of the options.
func (o *DiffOptions) AddFlags(cmd *cobra.Command, l language) {
	o.OutputOptions.AddFlags(cmd, l, "markdown", "json", "term", "csv", "html", "docx", "xlsx")
	f := cmd.Flags()
	f.BoolVar(&o.ExitCode, "exit-code", false, l.say(helpExitCode))
	f.BoolVar(&o.Mechanical, "mechanical", false, l.say(helpMechanical))
	f.StringVar(&o.Terms, "terms", "", l.say(helpTerms))
	f.StringVar(&o.Ladder, "ladder", "", l.say(helpLadder))
	f.StringVar(&o.Color, "color", "auto", l.say(helpColor))
	f.BoolVar(&o.BOM, "bom", false, l.say(helpBOM))
	complete(cmd, "color", colors)
	o.DecisionOptions.AddFlags(cmd, l)
	o.LayoutOptions.AddFlags(cmd, l)
	o.InputOptions.AddFlags(cmd, l)
}

var colors = []string{"auto", "always", "never"}

func newDiffCommand(a *app) *cobra.Command {
	var opt DiffOptions
	cmd := &cobra.Command{
		Use:     "diff OLD NEW",
		Short:   a.say(diffShort),
		Long:    a.long(diffLong) + "\n" + a.say(diffStatuses) + "\n\n" + a.say(diffDecisions),
		Example: diffExample,
		Args:    takes(2, 2, msgTwoFiles),
		RunE:    func(_ *cobra.Command, args []string) error { return runDiff(a, &opt, args[0], args[1]) },
	}
	opt.AddFlags(cmd, a.language)
	return cmd
}

func runDiff(a *app, opt *DiffOptions, older, newer string) error {
	if err := opt.settle(a); err != nil {
		return err
	}
	lexicon, err := a.readTerms(opt.Terms, opt.aside(maxTerms))
	if err != nil {
		return err
	}
	ladder, err := a.readLadder(opt.Ladder, opt.aside(maxTerms))
	if err != nil {
		return err
	}
	held, err := a.readDecisions(opt.Decisions, opt.aside(maxDecisions))
	if err != nil {
		return err
	}
	c, err := a.compare(&opt.InputOptions, older, newer, diff.Options{Lexicon: lexicon, Ladder: ladder, Decisions: held})
	if err != nil {
		return err
	}
	for _, n := range c.Notices {
		fmt.Fprintf(a.stderr, "shinkyu: %s\n", a.say(msgWarning, report.Reason(a.Lang, n)))
	}
	result, err := a.comparison(opt, c, older, newer)
	if err != nil {
		return err
	}
	write := func() error {
		return a.emit(&opt.OutputOptions, result, []string{older, newer, opt.Terms, opt.Ladder, opt.Decisions, opt.DB})
	}
	if opt.Format == "term" && opt.Out == "" && a.onTerminal() {
		write = func() error { return a.page(result) }
	}
	if err := write(); err != nil {
		return err
	}
	if err := opt.propose(c, held); err != nil {
		return err
	}
	if opt.ExitCode && c.Differs() {
		return errDiffer
	}
	return nil
}

// compare compares two inputs. Two documents of a corpus are compared as they
// are stored there.
func (a *app) compare(opt *InputOptions, older, newer string, how diff.Options) (*diff.Comparison, error) {
	if opt.DB != "" && !opt.overrides() && isStored(older) && isStored(newer) {
		if c, err := a.compareStored(opt.DB, older, newer, how); c != nil || err != nil {
			return c, err
		}
	}
	docs, err := a.readDocuments([]string{older, newer}, opt)
	if err != nil {
		return nil, err
	}
	return diff.Compare(docs[0], docs[1], how)
}

// settle chooses the format, and checks --color.
func (o *DiffOptions) settle(a *app) error {
	fallback := "markdown"
	if o.Out == "" && a.onTerminal() {
		fallback = "term"
	}
	if err := o.choose(fallback); err != nil {
		return err
	}
	if err := o.check(a, o.Format, o.Out); err != nil {
		return err
	}
	if err := o.checkPropose(); err != nil {
		return err
	}
	return oneOf("color", o.Color, colors)
}

// comparison shows c in the format asked for.
func (a *app) comparison(opt *DiffOptions, c *diff.Comparison, older, newer string) ([]byte, error) {
	show := report.Options{
		Lang: a.Lang, ShowMechanical: opt.Mechanical, BOM: opt.BOM, Command: a.commandLine(),
		Width: a.width(), Color: opt.Color == "always" || opt.Color == "auto" && opt.Out == "" && a.colorful(),
	}
	var b bytes.Buffer
	var err error
	if opt.Format == "html" && opt.DB != "" && isStored(older) && isStored(newer) {
		err = a.comparisonInSeries(&b, opt, c, older, newer)
		return b.Bytes(), err
	}
	if write := opt.writer(opt.Format); write != nil {
		err = write(&b, c, opt.options(a))
		return b.Bytes(), err
	}
	switch opt.Format {
	case "json":
		err = report.JSON(&b, c)
	case "csv":
		err = report.CSV(&b, c, show)
	case "term":
		err = report.Term(&b, c, show)
	default:
		err = report.Markdown(&b, c, show)
	}
	return b.Bytes(), err
}

// readTerms reads the user's terms, one a line; # begins a remark. No name
// gives none.
func (a *app) readTerms(name string, limit int64) (*token.Lexicon, error) {
	if name == "" {
		return nil, nil
	}
	data, err := a.readInput(name, limit)
	if err != nil {
		return nil, err
	}
	var terms []string
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if term := strings.TrimSpace(line); term != "" && !strings.HasPrefix(term, "#") {
			terms = append(terms, term)
		}
	}
	return token.NewLexicon(terms), nil
}

// readLadder reads the user's table of commitment. No name gives none.
func (a *app) readLadder(name string, limit int64) (*wording.Ladder, error) {
	if name == "" {
		return nil, nil
	}
	data, err := a.readInput(name, limit)
	if err != nil {
		return nil, err
	}
	ladder, err := wording.ReadLadder(bytes.NewReader(data))
	if err != nil {
		return nil, trouble{File: name, Msg: msgLadder.with(err.Error()), Remedy: msgLadderRemedy}
	}
	return ladder, nil
}

// maxTerms is the largest list of terms or table, in bytes: far more than anybody
// writes.
const maxTerms = 4 << 20

// commandLine is the command as a shell takes it.
func (a *app) commandLine() string {
	out := []string{"shinkyu"}
	for _, arg := range a.args {
		if arg == "" || strings.ContainsAny(arg, " \t\n\"'\\$`!*?[]{}()<>|&;#~") {
			arg = strconv.Quote(arg)
		}
		out = append(out, arg)
	}
	return strings.Join(out, " ")
}
