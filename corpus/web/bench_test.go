package web

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The corpus of the benchmark: series of editions a year apart.
const (
	benchSeries   = 100
	benchEditions = 10
	benchClients  = 20 // requests at once
)

// sentences of the samples, of which the documents of the benchmark are made.
func sentences(b *testing.B) []string {
	b.Helper()
	var out []string
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		data, err := os.ReadFile(filepath.Join("../../testdata", name))
		if err != nil {
			b.Fatal(err)
		}
		for s := range strings.SplitAfterSeq(strings.ReplaceAll(string(data), "\n", ""), "。") {
			if n := len([]rune(s)); n > 20 && n < 400 {
				out = append(out, s)
			}
		}
	}
	return out
}

// thousand writes documents of some 20 sections, each edition most of the one
// before it.
func thousand(b *testing.B, folder string) {
	b.Helper()
	list := sentences(b)
	r := rand.New(rand.NewPCG(1, 2))
	pick := func() string { return list[r.IntN(len(list))] }
	for s := range benchSeries {
		var areas [][]string
		for range 15 + r.IntN(10) {
			areas = append(areas, []string{pick(), pick(), pick()})
		}
		for e := range benchEditions {
			var text strings.Builder
			fmt.Fprintf(&text, "第%d分野の施策に関する令和%d年度推進計画\n令和%d年４月１日\n\n", s+1, e+1, e+1)
			for i, a := range areas {
				fmt.Fprintf(&text, "第%d 取組%dの推進\n\n%s\n", i+1, i+1, strings.Join(a, "\n"))
				if r.IntN(4) == 0 {
					areas[i] = []string{a[0], pick(), a[2], pick()}
				}
			}
			put(b, folder, fmt.Sprintf("s%03d-%02d.txt", s, e), text.String())
		}
	}
}

// BenchmarkThousandDocuments gives how long pages take, in milliseconds, while
// 20 are asked for at once: new-* is the 95th percentile where every page of a
// kind is made for the first time, p* that of all kinds where they are kept. It
// makes the corpus first, which takes a minute or more.
func BenchmarkThousandDocuments(b *testing.B) {
	folder := b.TempDir()
	thousand(b, folder)
	c := open(b, folder)
	s := New(c, Options{})
	server := httptest.NewServer(s)
	defer server.Close()
	kinds := map[string][]string{}
	add := func(kind, address string) { kinds[kind] = append(kinds[kind], address) }
	for i := range 40 {
		d := 1 + i*23%(benchSeries*benchEditions-1)
		add("document", fmt.Sprintf("/documents/d%d", d))
		add("compare", fmt.Sprintf("/compare?old=d%d&new=d%d", d, d+1))
		name := fmt.Sprintf("第%d分野の施策に関する推進計画", i+1)
		add("series", "/series?name="+url.QueryEscape(name))
	}
	for _, q := range strings.Fields("人材 育成 サプライチェーン 重要インフラ 国際 連携 予算 情報共有 中小企業 経営 研究開発 大学 医療 地方 標準 攻撃 防護 訓練 演習 クラウド") {
		add("search", "/search?q="+url.QueryEscape(q))
		add("search", "/search?q="+url.QueryEscape(q+" 対策"))
	}
	for i := range 10 {
		add("home", fmt.Sprintf("/?page=%d", i))
		add("works", fmt.Sprintf("/works?page=%d", i))
		add("ledger", "/ledger?series="+url.QueryEscape(fmt.Sprintf("第%d分野の施策に関する推進計画", i+1)))
	}
	var all []string
	made := map[string]float64{}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		first := ask(b, server, kinds[kind])
		made["new-"+kind+"-ms"] = percentile(first, 95)
		all = append(all, kinds[kind]...)
	}
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var warm []answer
	for b.Loop() {
		warm = append(warm, ask(b, server, all)...)
	}
	for name, ms := range made { // the loop forgets what was reported before it
		b.ReportMetric(ms, name)
	}
	for _, p := range []int{50, 95, 99} {
		b.ReportMetric(percentile(warm, p), fmt.Sprintf("p%d-ms", p))
	}
}

type answer struct {
	address string
	took    time.Duration
}

// ask opens the addresses, so many at once.
func ask(b *testing.B, server *httptest.Server, addresses []string) []answer {
	b.Helper()
	out := make([]answer, len(addresses))
	next := make(chan int)
	var wg sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: benchClients}}
	defer client.CloseIdleConnections()
	for range benchClients {
		wg.Go(func() {
			for i := range next {
				start := time.Now()
				r, err := client.Get(server.URL + addresses[i])
				if err != nil {
					b.Error(err)
					continue
				}
				if _, err := io.Copy(io.Discard, r.Body); err != nil || r.StatusCode != http.StatusOK {
					b.Errorf("%s: %d, %v", addresses[i], r.StatusCode, err)
				}
				r.Body.Close()
				out[i] = answer{addresses[i], time.Since(start)}
			}
		})
	}
	for i := range addresses {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

// percentile gives the time in milliseconds that p percent of answers do not
// exceed.
func percentile(list []answer, p int) float64 {
	if len(list) == 0 {
		return 0
	}
	times := make([]time.Duration, len(list))
	for i, a := range list {
		times[i] = a.took
	}
	slices.Sort(times)
	return times[(len(times)*p+99)/100-1].Seconds() * 1000
}
