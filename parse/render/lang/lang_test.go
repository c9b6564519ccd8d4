package lang_test

import (
	"testing"

	"shinkyu/parse/render/lang"
)

func TestFromEnv(t *testing.T) {
	tests := []struct {
		env  map[string]string
		want lang.Lang
	}{
		{nil, lang.English},
		{map[string]string{"LANG": "ja_JP.UTF-8"}, lang.Japanese},
		{map[string]string{"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, lang.English},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "ja"}, lang.Japanese},
		{map[string]string{"LC_ALL": "", "LANG": "ja"}, lang.Japanese},
		{map[string]string{"LANG": "C"}, lang.English},
	}
	for _, tt := range tests {
		if got := lang.FromEnv(func(k string) string { return tt.env[k] }); got != tt.want {
			t.Errorf("%v gives %s, want %s", tt.env, got, tt.want)
		}
	}
}
