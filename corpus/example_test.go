package corpus_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"shinkyu/corpus"
	"shinkyu/corpus/overtime"
)

// editions writes three editions of a document into a folder.
func editions() (folder string) {
	folder, err := os.MkdirTemp("", "corpus")
	if err != nil {
		log.Fatal(err)
	}
	for year, areas := range map[string]string{
		"令和４": "１ 人材の育成\n\n大学と企業が専門人材を育成する講座を設ける。\n\n２ 研究開発の促進\n\n暗号技術の研究開発を大学において促進し、成果の社会実装を図る。\n",
		"令和５": "１ 人材の育成\n\n大学と企業が専門人材を育成する講座を設ける。\n",
		"令和６": "１ 人材の育成\n\n大学と企業が専門人材を育成する講座を設け、資格取得を支援する。\n\n２ 研究開発の促進\n\n暗号技術の研究開発を大学において促進し、国際標準の獲得を図る。\n",
	} {
		text := "情報政策に関する" + year + "年度予算重点化方針\n\n" + areas
		if err := os.WriteFile(filepath.Join(folder, year+".txt"), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
	return folder
}

// open makes a corpus of the editions.
func open(ctx context.Context) (c *corpus.Corpus, done func()) {
	folder := editions()
	c, err := corpus.Open(ctx, filepath.Join(folder, "policies.db"), corpus.Options{Mode: corpus.Create})
	if err != nil {
		log.Fatal(err)
	}
	if _, err := c.Add(ctx, []string{folder}, corpus.AddOptions{}); err != nil {
		log.Fatal(err)
	}
	return c, func() {
		c.Close()
		os.RemoveAll(folder)
	}
}

// A collection is a file; adding the same documents again adds nothing.
func Example() {
	ctx := context.Background()
	folder := editions()
	defer os.RemoveAll(folder)
	c, err := corpus.Open(ctx, filepath.Join(folder, "policies.db"), corpus.Options{Mode: corpus.Create})
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	for range 2 {
		sum, err := c.Add(ctx, []string{folder}, corpus.AddOptions{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(sum.Added, "added,", sum.Same, "there already")
	}
	// Output:
	// 3 added, 0 there already
	// 0 added, 3 there already
}

func ExampleCorpus_Documents() {
	ctx := context.Background()
	c, done := open(ctx)
	defer done()
	for d, err := range c.Documents(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(d.ID, d.FiscalYear, d.Series)
	}
	// Output:
	// d1 2022 情報政策に関する予算重点化方針
	// d2 2023 情報政策に関する予算重点化方針
	// d3 2024 情報政策に関する予算重点化方針
}

func ExampleCorpus_Search() {
	ctx := context.Background()
	c, done := open(ctx)
	defer done()
	r, err := c.Search(ctx, "支援 OR 国際標準 year:2024", corpus.SearchOptions{Limit: 5})
	if err != nil {
		log.Fatal(err)
	}
	for _, h := range r.Hits {
		fmt.Print(h.Document.ID, " ", h.Path, " ", h.Lines, " ")
		for _, p := range h.Snippet {
			if p.Mark {
				fmt.Print("[", p.Text, "]")
			}
		}
		fmt.Println()
	}
	// Unordered output:
	// d3 1 [5 5] [支援]
	// d3 2 [9 9] [国際標準]
}

func ExampleCorpus_Ledger() {
	ctx := context.Background()
	c, done := open(ctx)
	defer done()
	l, err := c.Ledger(ctx, "情報政策", corpus.LedgerOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range l.Areas {
		fmt.Print(a.ID, " ", a.Title, ":")
		for _, e := range a.Life {
			fmt.Print(" ", l.Editions[e.Edition].Label, " ", e.Status)
		}
		fmt.Println()
	}
	// Output:
	// a1 人材の育成: 2022 born 2023 kept 2024 reworded
	// a2 研究開発の促進: 2022 born 2023 dropped 2024 returned
}

func ExampleCorpus_Terms() {
	ctx := context.Background()
	c, done := open(ctx)
	defer done()
	t, err := c.Terms(ctx, "情報政策", corpus.TermOptions{TermOptions: overtime.TermOptions{Terms: []string{"研究開発"}}})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range t.Rows {
		fmt.Println(r.Term, r.Counts, "first in", t.Editions[r.First].Label)
	}
	// Output:
	// 研究開発 [2 0 2] first in 2022
}
