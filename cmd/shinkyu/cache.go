package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"shinkyu/corpus/results"
	"shinkyu/parse/token"
	"shinkyu/parse/token/flat"
)

func newCacheCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "cache",
		Short:   a.say(cacheShort),
		Long:    a.long(cacheLong),
		Example: cacheExample,
		Args:    takesNothing,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		&cobra.Command{
			Use: "path", Short: a.say(cachePathShort), Args: takesNothing, Example: "  shinkyu cache path",
			RunE: func(*cobra.Command, []string) error { return runCachePath(a) },
		},
		&cobra.Command{
			Use: "clear", Short: a.say(cacheClearShort), Args: takesNothing, Example: "  shinkyu cache clear",
			RunE: func(*cobra.Command, []string) error { return runCacheClear() },
		},
	)
	return cmd
}

func runCachePath(a *app) error {
	folder := token.CacheFolder()
	if folder == "" {
		return trouble{Msg: msgNoCache, Remedy: msgNoCacheRemedy}
	}
	_, err := fmt.Fprintln(a.stdout, folder)
	return err
}

// resultsFolder is where comparisons and ledgers of corpora are kept, empty
// where nothing is.
func resultsFolder() string {
	folder := token.CacheFolder()
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "results")
}

// runCacheClear removes the dictionary, the compiled PDF reader and the
// results, and nothing else that may stand in the folder.
func runCacheClear() error {
	folder := token.CacheFolder()
	if folder == "" {
		return nil
	}
	if _, err := flat.Clear(folder); err != nil {
		return outTrouble(folder, err)
	}
	if err := results.Open(resultsFolder(), 0).Clear(); err != nil {
		return outTrouble(folder, err)
	}
	return outTrouble(folder, os.RemoveAll(filepath.Join(folder, "pdfium")))
}
