package encode_test

import (
	"bytes"
	"strings"
	"testing"

	"shinkyu/parse/render/encode"
)

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	err := encode.CSV(&b, [][]string{{"表", "a,b", "x\ny"}, {"=1+1", "-", "@x"}}, true)
	want := "\ufeff表,\"a,b\",\"x\r\ny\"\r\n'=1+1,-,'@x\r\n"
	if err != nil || b.String() != want {
		t.Errorf("got %q (%v), want %q", b.String(), err, want)
	}
}

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	if err := encode.JSON(&b, map[string]any{"文": encode.List[string](nil), "b": "<&>"}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.Contains(got, `"<&>"`) || !strings.Contains(got, `"文": []`) {
		t.Errorf("got %s", got)
	}
}
