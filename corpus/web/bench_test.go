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

// BenchmarkThousandDocuments gives how long answers take, in milliseconds, while
// 20 are asked for at once: KIND-p50-ms and KIND-p95-ms where every page of a
// kind is made for the first time, KIND-there-ms the 95th percentile of when
// the page itself is there, for what is promised first, mixed-p95-ms over all
// kinds mixed, made for the first time, and kept-* where they are kept. It makes
// the corpus first, which takes a minute or so.
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
	made := map[string]float64{}
	report := func(name string, list []answer) {
		for _, p := range []int{50, 95} {
			made[fmt.Sprintf("%s-p%d-ms", name, p)] = percentile(list, p)
		}
	}
	var all []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		report(kind, ask(b, server, kinds[kind], nil))
		there := ask(b, server, kinds[kind], patient)
		if slices.Contains([]string{"compare", "ledger", "works"}, kind) {
			made[kind+"-there-ms"] = percentile(there, 95)
		}
		all = append(all, kinds[kind]...)
	}
	shuffle := func() {
		rand.New(rand.NewPCG(3, 4)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	}
	shuffle()
	fresh := httptest.NewServer(New(c, Options{}))
	defer fresh.Close()
	report("mixed", ask(b, fresh, all, nil))
	var warm []answer
	for b.Loop() {
		warm = append(warm, ask(b, server, all, nil)...)
	}
	report("kept", warm)
	for name, ms := range made { // the loop forgets what was reported before it
		b.ReportMetric(ms, name)
	}
}

// patient asks again for what is promised.
func patient() { time.Sleep(100 * time.Millisecond) }

type answer struct {
	address string
	took    time.Duration
}

// ask opens the addresses, so many at once. Where again is not nil it asks for
// a page until it is there, and calls again before each time.
func ask(b *testing.B, server *httptest.Server, addresses []string, again func()) []answer {
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
				status := visit(b, client, server.URL+addresses[i])
				for again != nil && status == http.StatusAccepted {
					again()
					status = visit(b, client, server.URL+addresses[i])
				}
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

// visit reads a page and gives its status.
func visit(b *testing.B, client *http.Client, address string) int {
	r, err := client.Get(address)
	if err != nil {
		b.Error(err)
		return 0
	}
	defer r.Body.Close()
	if _, err := io.Copy(io.Discard, r.Body); err != nil || r.StatusCode != http.StatusOK && r.StatusCode != http.StatusAccepted {
		b.Errorf("%s: %d, %v", address, r.StatusCode, err)
	}
	return r.StatusCode
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
