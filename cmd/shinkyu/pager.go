package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
)

// page shows a result on the terminal through the user's pager, and as it is
// where there is none.
func (a *app) page(result []byte) error {
	if pager := pagerOf(a.getenv); len(pager) > 0 {
		cmd := exec.Command(pager[0], pager[1:]...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(result), a.stdout, a.stderr
		cmd.Env = pagerEnv(os.Environ())
		if cmd.Start() == nil {
			_ = cmd.Wait() // a reader who stops early is no trouble
			return nil
		}
	}
	_, err := io.Copy(a.stdout, bytes.NewReader(result))
	return err
}

// pagerOf gives the pager and its arguments: SHINKYU_PAGER, PAGER, or less. An
// empty variable or cat asks for none.
func pagerOf(getenv func(string) string) []string {
	pager := "less"
	for _, name := range []string{"PAGER", "SHINKYU_PAGER"} {
		if v := getenv(name); v != "" {
			pager = v
		}
	}
	if pager == "cat" || getenv("TERM") == "dumb" {
		return nil
	}
	return strings.Fields(pager)
}

// pagerEnv tells less, unless the user told it otherwise, to end by itself
// where all fits on the screen (F), to show colours (R) and to leave the text
// there (X), and that the text is UTF-8.
func pagerEnv(env []string) []string {
	for _, v := range []struct{ name, value string }{{"LESS", "FRX"}, {"LESSCHARSET", "utf-8"}} {
		if _, set := os.LookupEnv(v.name); !set {
			env = append(env, v.name+"="+v.value)
		}
	}
	return env
}
