package corpus

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus/generate"
	"shinkyu/corpus/query"
)

// TestSearchOrder asserts that pages of hits and the iterator give one order.
func TestSearchOrder(t *testing.T) {
	c := open(t)
	add(t, c, AddOptions{}, write(t, map[string]string{"a.txt": generate.Document(1, 2020, 6000), "b.txt": generate.Document(2, 2020, 6000)}))
	name := func(h Hit) string { return h.Document.ID + " " + h.Path }
	var one, paged []string
	for h, err := range c.Hits(t.Context(), "体制") {
		if err != nil {
			t.Fatal(err)
		}
		one = append(one, name(h))
	}
	for offset := 0; ; offset += 3 {
		r, err := c.Search(t.Context(), "体制", SearchOptions{Limit: 3, Offset: offset})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			paged = append(paged, name(h))
		}
		if len(r.Hits) < 3 {
			if r.Total != len(one) {
				t.Errorf("%d in all, %d given", r.Total, len(one))
			}
			break
		}
	}
	if strings.Join(one, ",") != strings.Join(paged, ",") || len(one) == 0 {
		t.Errorf("%q\n%q", one, paged)
	}
	for range c.Hits(t.Context(), "体制") {
		break // an iterator can be left
	}
	for _, err := range c.Hits(t.Context(), "(") {
		if e := new(query.Error); !errors.As(err, &e) {
			t.Error(err)
		}
	}
}

// TestSameOnAnyNumberOfCores asserts that the number of jobs changes nothing.
func TestSameOnAnyNumberOfCores(t *testing.T) {
	files := map[string]string{}
	for i := range 20 {
		files[fmt.Sprintf("%02d.txt", i)] = generate.Document(i, 2020, 1000+500*(i%5))
	}
	folder := write(t, files)
	var first string
	for _, jobs := range []int{1, 2, 7} {
		c := open(t)
		add(t, c, AddOptions{Jobs: jobs}, folder)
		var b strings.Builder
		for _, d := range listed(t, c) {
			fmt.Fprintln(&b, d.ID, d.SHA256, d.Series, d.Sections, d.Works)
		}
		r, err := c.Search(t.Context(), "整備", SearchOptions{Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			fmt.Fprintln(&b, h.Document.ID, h.Path, h.Lines, h.Score)
		}
		if first == "" {
			first = b.String()
		} else if b.String() != first {
			t.Errorf("with %d jobs:\n%s\nwith one:\n%s", jobs, b.String(), first)
		}
	}
}
