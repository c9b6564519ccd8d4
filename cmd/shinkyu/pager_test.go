package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestPagerOf(t *testing.T) {
	for _, x := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "less"},
		{map[string]string{"PAGER": "more"}, "more"},
		{map[string]string{"PAGER": "more", "SHINKYU_PAGER": "less -S"}, "less -S"},
		{map[string]string{"PAGER": "cat"}, ""},
		{map[string]string{"TERM": "dumb"}, ""},
	} {
		got := pagerOf(func(name string) string { return x.env[name] })
		if strings.Join(got, " ") != x.want {
			t.Errorf("%v: pager %q, want %q", x.env, got, x.want)
		}
	}
}

// What the pager gets is the result; where the pager is not there, it is shown
// as it is.
func TestPage(t *testing.T) {
	for _, pager := range []string{"cat -u", "no-such-pager-anywhere", "cat"} {
		var out bytes.Buffer
		a := &app{stdout: &out, stderr: &out, getenv: func(name string) string {
			if name == "PAGER" {
				return pager
			}
			return ""
		}}
		if err := a.page([]byte("新旧\n")); err != nil || out.String() != "新旧\n" {
			t.Errorf("%s: %q, %v", pager, out.String(), err)
		}
	}
}

func TestPagerEnv(t *testing.T) {
	t.Setenv("LESS", "S")
	if env := pagerEnv(nil); slices.Contains(env, "LESS=FRX") {
		t.Errorf("the user's LESS is replaced: %q", env)
	}
}
