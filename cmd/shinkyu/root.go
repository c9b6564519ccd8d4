package main

import (
	"errors"

	"github.com/spf13/cobra"

	"shinkyu/parse/render/lang"
)

// newRootCommand builds the command tree.
func newRootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "shinkyu",
		Short:         a.say(rootShort),
		Long:          a.long(rootLong),
		Example:       rootExample,
		Version:       version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return trouble{Msg: msgNoCommand.with(args[0]), Remedy: msgSeeHelp.with("shinkyu")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("shinkyu {{.Version}}\n")
	root.SetUsageTemplate(a.say(usageTemplate))
	root.PersistentFlags().Var(&langFlag{}, "lang", a.say(helpLang))
	root.PersistentFlags().BoolP("help", "h", false, a.say(helpHelp))
	root.Flags().Bool("version", false, a.say(helpVersion))
	complete(root, "lang", []string{string(lang.Japanese), string(lang.English)})
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if t := (trouble{}); errors.As(err, &t) {
			return t
		}
		return trouble{Msg: plainMessage(err.Error()), Remedy: msgSeeHelp.with(cmd.CommandPath())}
	})
	root.AddCommand(

		newDiffCommand(a),
		newParseCommand(a),
		newCiteCommand(a),
		newDatesCommand(a),
		newCacheCommand(a),
		newCorpusCommand(a),
		newSearchCommand(a),
		newLedgerCommand(a),
		newTermsCommand(a),
		newServeCommand(a),
	)
	a.nameDefaults(root)
	return root
}

// nameDefaults gives the commands that cobra brings the user's language.
func (a *app) nameDefaults(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = a.say(helpShort)
		case "completion":
			c.Short = a.say(completionShort)
		}
	}
}

// long is the long help of a command with the exit statuses under it.
func (a *app) long(m lang.Text) string { return a.say(m) + "\n\n" + a.say(helpStatuses) }

// takesNothing refuses arguments.
func takesNothing(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return trouble{Msg: msgNoFiles.with(cmd.Name()), Remedy: msgSeeHelp.with(cmd.CommandPath())}
	}
	return nil
}

// takes checks the number of arguments: from least to most, most < 0 for any
// number.
func takes(least, most int, what message) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return trouble{Msg: msgArguments.with(cmd.Name(), what, len(args)), Remedy: msgSeeHelp.with(cmd.CommandPath())}
		}
		return nil
	}
}
