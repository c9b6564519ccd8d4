package corpus

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// open makes an empty corpus.
func open(t testing.TB) *Corpus {
	t.Helper()
	return openIn(t, filepath.Join(t.TempDir(), "corpus.db"), Create)
}

func openIn(t testing.TB, file string, mode Mode) *Corpus {
	t.Helper()
	c, err := Open(t.Context(), file, Options{Mode: mode, Doing: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// write writes files and gives their folder.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func add(t testing.TB, c *Corpus, opt AddOptions, paths ...string) Summary {
	t.Helper()
	sum, err := c.Add(t.Context(), paths, opt)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func sound(t testing.TB, c *Corpus) {
	t.Helper()
	bad, err := c.Check(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bad {
		t.Error(b)
	}
}

func listed(t testing.TB, c *Corpus) []*Document {
	t.Helper()
	var out []*Document
	for d, err := range c.Documents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

const sample = `情報政策に関する令和６年度予算重点化方針

令和5年6月5日
情報政策本部決定

本方針は、情報政策基本法（平成26年法律第104号）に基づき定める。

第1 基本的な考え方

情報政策の推進に当たっては、ＩＴ基盤の整備を進める。

第2 重点化を図る取組

1 人材の育成

人材を育成する施策を推進する。
`

func TestAdd(t *testing.T) {
	c := open(t)
	folder := write(t, map[string]string{
		"a.txt": sample, "b/copy.txt": sample, "b/.hidden.txt": sample, "b/table.csv": "a,b", "b/english.txt": "No Japanese.\n", "b/broken.pdf": "%PDF-1.7\nbroken",
	})
	var got []string
	each := func(f File) {
		rel, _ := filepath.Rel(folder, f.Path)
		got = append(got, filepath.ToSlash(rel)+" "+string(f.Outcome)+" "+f.ID)
	}
	add(t, c, AddOptions{Each: each}, folder)
	want := []string{"a.txt added d1", "b/broken.pdf failed ", "b/copy.txt same d1", "b/english.txt passed ", "b/table.csv passed "}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %s, want %s", got[i], want[i])
		}
	}
	d := listed(t, c)[0]
	if d.Series != "情報政策に関する予算重点化方針" || d.FiscalYear != 2024 || d.Date != "2023-06-05" || d.Sections != 3 || d.Works != 1 || d.Draft {
		t.Errorf("%+v", d)
	}
	sound(t, c)

	// A changed file is a new version; the old bytes stay.
	path := filepath.Join(folder, "a.txt")
	if err := os.WriteFile(path, []byte(sample+"\n2 研究開発\n\n研究開発を促進する。\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if sum := add(t, c, AddOptions{}, path); sum.Changed != 1 {
		t.Errorf("%+v", sum)
	}
	if d := listed(t, c)[0]; d.Version != 2 || d.Sections != 4 {
		t.Errorf("%+v", d)
	}
	for id, want := range map[string]int{"d1@1": len(sample), "d1@2": len(sample) + len("\n2 研究開発\n\n研究開発を促進する。\n")} {
		if data, err := c.Bytes(t.Context(), id); err != nil || len(data) != want {
			t.Errorf("%s: %d bytes, %v", id, len(data), err)
		}
	}
	sound(t, c)
	if err := c.Remove(t.Context(), "d1"); err != nil {
		t.Fatal(err)
	}
	if n := len(listed(t, c)); n != 0 {
		t.Errorf("%d documents are left", n)
	}
	sound(t, c)
}
