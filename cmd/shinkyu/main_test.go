package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"shinkyu/parse/parsetest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"shinkyu": main, "hostile": writeHostile})
}

// TestScripts runs the commands as a user does. $SAMPLES holds the sample
// documents.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       parsetest.Updating(),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C")
			env.Setenv("SAMPLES", samples)
			// The decoded dictionary is kept in the user's cache folder.
			if cache, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", cache)
			}
			for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
				data, err := os.ReadFile(filepath.Join(samples, name))
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(env.WorkDir, name), data, 0o644); err != nil {
					return err
				}
			}
			// 日本語 in Shift_JIS, which a script in UTF-8 cannot hold.
			return os.WriteFile(filepath.Join(env.WorkDir, "sjis.txt"), []byte("\x93\xfa\x96{\x8c\xea\n"), 0o644)
		},
	})
}
