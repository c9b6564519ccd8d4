package main

import (
	"bytes"
	"os"

	"github.com/spf13/cobra"

	"shinkyu/diff"
	"shinkyu/diff/decisions"
)

// DecisionOptions are those of diff about a reviewer's decisions.
type DecisionOptions struct {
	Decisions string
	Propose   string
}

// AddFlags registers the flags of the options.
func (o *DecisionOptions) AddFlags(cmd *cobra.Command, l language) {
	cmd.Flags().StringVar(&o.Decisions, "decisions", "", l.say(helpDecisions))
	cmd.Flags().StringVar(&o.Propose, "propose", "", l.say(helpPropose))
}

// maxDecisions is the largest file of decisions, in bytes: some ten thousand of
// them. YAML takes a hundred times its size in memory.
const maxDecisions = 1 << 20

// readDecisions reads a reviewer's decisions. No name gives none.
func (a *app) readDecisions(name string, limit int64) (*decisions.File, error) {
	if name == "" {
		return nil, nil
	}
	data, err := a.readInput(name, limit)
	if err != nil {
		return nil, err
	}
	return decisions.Read(name, data)
}

// checkPropose refuses to write proposals over a file: it may hold what a
// reviewer wrote.
func (o *DecisionOptions) checkPropose() error {
	if o.Propose == "" {
		return nil
	}
	if _, err := os.Stat(o.Propose); err == nil {
		return trouble{File: o.Propose, Msg: msgProposeThere, Remedy: msgProposeThereRemedy}
	}
	return nil
}

// propose writes the decisions that hold and what is in doubt.
func (o *DecisionOptions) propose(c *diff.Comparison, held *decisions.File) error {
	if o.Propose == "" {
		return nil
	}
	var b bytes.Buffer
	if err := diff.Propose(&b, c, held); err != nil {
		return err
	}
	return place(o.Propose, b.Bytes())
}
