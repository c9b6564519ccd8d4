package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"shinkyu/corpus"
	"shinkyu/parse/render/lang"
)

// hostile is a document that says what a page must only show.
const hostile = `サイバーに関する令和６年度方針 <b>太字</b>
令和６年４月１日

第1 甲に関する取組 <script>alert(1)</script>

政府は、情報システムの対策（</script><img src=x onerror=alert(2)>）を推進する。
[これ](javascript:alert(3))を参照し、"><svg/onload=alert(4)> とする。

第2 乙に関する取組 ` + "\u202e" + `evil` + "\u202c" + `

政府は、「` + "a\x00b\x1b[31m" + `」を {{.Title}} とし、</style><style>*{display:none}</style> 検討する。
`

// serve shows a corpus with the samples and some documents of hostile text.
func serve(t testing.TB) (*Site, *httptest.Server) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		data, err := os.ReadFile(filepath.Join("../../testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		put(t, folder, name, string(data))
	}
	put(t, folder, "hostile1.txt", hostile)
	put(t, folder, "hostile2.txt", strings.NewReplacer("令和６年", "令和７年", "推進", "強力に実施").Replace(hostile))
	c := open(t, folder)
	s := New(c, Options{})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return s, server
}

func put(t testing.TB, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// open makes a corpus of a folder and opens it for reading.
func open(t testing.TB, folder string) *corpus.Corpus {
	t.Helper()
	file := filepath.Join(t.TempDir(), "corpus.db")
	c, err := corpus.Open(t.Context(), file, corpus.Options{Mode: corpus.Create})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Add(t.Context(), []string{folder}, corpus.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if c, err = corpus.Open(t.Context(), file, corpus.Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// get gives the status, headers and body of an answer, redirects not followed.
// It comes again, as a browser does, for a page that is being made.
func get(t testing.TB, server *httptest.Server, address string, set ...func(*http.Request)) (int, http.Header, string) {
	t.Helper()
	for {
		status, header, body := once(t, server, address, set...)
		if status != http.StatusAccepted {
			return status, header, body
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// once asks for a page, as get does, and takes what is given.
func once(t testing.TB, server *httptest.Server, address string, set ...func(*http.Request)) (int, http.Header, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range set {
		f(r)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	a, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return a.StatusCode, a.Header, string(body)
}

// ids gives the ids of documents by the names of their files.
func ids(t testing.TB, s *Site) map[string]string {
	t.Helper()
	now, err := s.snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, d := range now.docs {
		out[filepath.Base(d.Name)] = d.ID
	}
	return out
}

var links = regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)

// TestEveryLinkLeadsSomewhere follows all links from the first page on, of
// pages and downloads, in both languages.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	_, server := serve(t)
	seen := map[string]bool{}
	todo := []string{"/", "/?lang=en", "/search?q=" + url.QueryEscape("人材")}
	for len(todo) > 0 {
		address, _, _ := strings.Cut(todo[0], "#")
		todo = todo[1:]
		if seen[address] {
			continue
		}
		seen[address] = true
		status, header, body := get(t, server, address)
		switch {
		case status == http.StatusSeeOther:
			todo = append(todo, header.Get("Location"))
			continue
		case status == http.StatusBadRequest && address == "/compare": // a form without its fields
			continue
		case status != http.StatusOK:
			t.Errorf("%s: %d", address, status)
		}
		if !strings.HasPrefix(header.Get("Content-Type"), "text/html") || header.Get("Content-Disposition") != "" {
			continue
		}
		for _, m := range links.FindAllStringSubmatch(body, -1) {
			to := strings.NewReplacer("&amp;", "&", "&#43;", "+", "&#39;", "'").Replace(m[1])
			switch {
			case strings.HasPrefix(to, "/"):
				todo = append(todo, to)
			case strings.HasPrefix(to, "#"):
				if id, _ := url.PathUnescape(m[1][1:]); !strings.Contains(body, `id="`+id+`"`) {
					t.Errorf("%s: nothing is called %s", address, to)
				}
			case !strings.HasPrefix(to, "https://laws.e-gov.go.jp/"):
				t.Errorf("%s: link to %s", address, to)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("only %d pages were found", len(seen))
	}
}

// TestLinksBetweenPagesHitTheirPlace checks the places that other pages lead
// to.
func TestLinksBetweenPagesHitTheirPlace(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	pages := map[string]string{}
	page := func(address string) string {
		if _, ok := pages[address]; !ok {
			_, _, pages[address] = get(t, server, address)
		}
		return pages[address]
	}
	from := []string{
		"/search?q=" + url.QueryEscape("人材"), "/search?q=title:" + url.QueryEscape("人材"),
		"/work?id=" + url.QueryEscape("law-平成26年法律第104号"),
		"/compare?old=" + id["fy2020.txt"] + "&new=" + id["fy2024.txt"],
	}
	n := 0
	for _, f := range from {
		for _, m := range links.FindAllStringSubmatch(page(f), -1) {
			to, anchor, found := strings.Cut(m[1], "#")
			if !found || to == "" {
				continue
			}
			n++
			if anchor, _ = url.PathUnescape(anchor); !strings.Contains(page(to), `id="`+anchor+`"`) {
				t.Errorf("%s: %s leads to no place of its page", f, m[1])
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d links", n)
	}
}

func TestHostileTextIsText(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	for _, address := range []string{
		"/", "/documents/" + id["hostile1.txt"],
		"/compare?old=" + id["hostile1.txt"] + "&new=" + id["hostile2.txt"],
		"/search?q=" + url.QueryEscape(`対策 OR "<script>alert(9)</script>"`),
		"/search?q=" + url.QueryEscape(`"><script>alert(9)</script>`),
		"/?name=" + url.QueryEscape(`"><script>alert(9)</script>`),
		"/works?title=" + url.QueryEscape(`"><script>alert(9)</script>`),
		"/x?lang=" + url.QueryEscape(`"><script>alert(9)</script>`),
	} {
		_, header, body := get(t, server, address)
		for _, bad := range []string{"<script>alert", "<img src=x", "<svg/onload", "<style>", `"javascript:`, "\x00", "\x1b", "\u202e"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s has %q", address, bad)
			}
		}
		if p := header.Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || strings.Contains(p, "unsafe") {
			t.Errorf("%s: policy %q", address, p)
		}
	}
}

func TestRefusals(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	host := func(h string) func(*http.Request) { return func(r *http.Request) { r.Host = h } }
	method := func(m string) func(*http.Request) { return func(r *http.Request) { r.Method = m } }
	header := func(pairs ...string) func(*http.Request) {
		return func(r *http.Request) {
			for i := 0; i < len(pairs); i += 2 {
				r.Header.Set(pairs[i], pairs[i+1])
			}
		}
	}
	raw := func(path string) func(*http.Request) { return func(r *http.Request) { r.URL.Opaque = path } }
	body := func(r *http.Request) { r.Body, r.ContentLength = io.NopCloser(strings.NewReader("x")), 1 }
	for _, c := range []struct {
		name, address string
		set           func(*http.Request)
		want          int
	}{
		{"localhost", "/", host("localhost:8080"), 200},
		{"localhost in capitals", "/", host("LocalHost"), 200},
		{"IPv6", "/", host("[::1]:8080"), 200},
		{"another loopback address", "/", host("127.8.9.10"), 200},
		{"name that was rebound", "/", host("evil.example"), 421},
		{"name that begins well", "/", host("localhost.evil.example:8080"), 421},
		{"address that is not ours", "/", host("192.0.2.1"), 421},
		{"POST", "/", method("POST"), 405},
		{"PUT", "/documents/d1", method("PUT"), 405},
		{"DELETE", "/documents/d1", method("DELETE"), 405},
		{"OPTIONS", "/", method("OPTIONS"), 405},
		{"made-up method", "/", method("BREW"), 405},
		{"body", "/", body, 413},
		{"long address", "/search?q=" + strings.Repeat("a", 9000), nil, 414},
		{"image on another site", "/", header("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"), 403},
		{"frame on another site", "/", header("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"), 403},
		{"link on another site", "/", header("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"), 200},
		{"dots", "/", raw("/static/../../../etc/passwd"), 404},
		{"encoded dots", "/", raw("/static/%2e%2e/%2e%2e/etc/passwd"), 404},
		{"encoded slash", "/", raw("/static/..%2f..%2fetc%2fpasswd"), 404},
		{"two slashes", "/", raw("/static//etc/passwd"), 404},
		{"backslash", "/", raw("/static/..%5c..%5cetc"), 404},
		{"NUL", "/", raw("/documents/d1%00"), 404},
		{"no such page", "/nowhere", nil, 404},
		{"no such document", "/documents/d999", nil, 404},
		{"no id", "/documents/" + url.PathEscape("'; DROP TABLE document"), nil, 404},
		{"no such version", "/documents/d1@7", nil, 404},
		{"no such series", "/series?name=x", nil, 404},
		{"ledger of no series", "/ledger?series=x", nil, 404},
		{"works of no series", "/works?series=x", nil, 404},
		{"no such work", "/work?id=x", nil, 404},
		{"nothing to compare", "/compare", nil, 400},
		{"half a comparison", "/compare?old=" + id["fy2020.txt"], nil, 400},
		{"comparison with nothing", "/compare?old=d1&new=d999", nil, 404},
		{"no such form", "/download/compare.exe?old=d1&new=d2", nil, 404},
		{"no such download", "/download/corpus.db", nil, 404},
		{"download of nothing", "/download/document.md?document=d999", nil, 404},
		{"query that cannot be read, as a file", "/download/search.json?q=(", nil, 400},
		{"query that cannot be read", "/search?q=(", nil, 200},
		{"query that is no text", "/search?q=%ff%fe", nil, 200},
		{"long query", "/search?q=" + strings.Repeat("%E3%81%82", 800), nil, 200},
		{"empty query", "/search?q=", nil, 200},
		{"page far out", "/search?q=" + url.QueryEscape("人材") + "&page=99999999999999999999", nil, 200},
		{"page below", "/works?page=-3", nil, 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, h, text := get(t, server, c.address, func(r *http.Request) {
				if c.set != nil {
					c.set(r)
				}
			})
			if status != c.want {
				t.Errorf("%d, want %d", status, c.want)
			}
			for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy"} {
				if h.Get(name) == "" {
					t.Errorf("no %s", name)
				}
			}
			if strings.Contains(text, "root:") || strings.Contains(text, "goroutine") {
				t.Error("the answer tells what it must not")
			}
			if status == http.StatusMethodNotAllowed && h.Get("Allow") != "GET, HEAD" {
				t.Errorf("Allow: %q", h.Get("Allow"))
			}
		})
	}
}

func TestNamesThatAreAllowed(t *testing.T) {
	for _, c := range []struct {
		opt  Options
		host string
		want bool
	}{
		{Options{}, "viewer.example", false},
		{Options{Hosts: []string{"viewer.example"}}, "Viewer.Example:80", true},
		{Options{Hosts: []string{"viewer.example"}}, "evil.viewer.example", false},
		{Options{Open: true}, "192.0.2.1:8080", true},
		{Options{Open: true}, "[2001:db8::1]", true},
		{Options{Open: true}, "evil.example", false},
		{Options{Open: true}, "", false},
	} {
		s := &Site{opt: c.opt}
		if got := s.knows(c.host); got != c.want {
			t.Errorf("%q with %+v: %v", c.host, c.opt, got)
		}
	}
}

func TestHead(t *testing.T) {
	_, server := serve(t)
	for _, address := range []string{"/", "/works", "/static/viewer.css"} {
		_, _, whole := get(t, server, address)
		status, header, body := get(t, server, address, func(r *http.Request) { r.Method = http.MethodHead })
		if status != 200 || body != "" || header.Get("Content-Length") != fmt.Sprint(len(whole)) {
			t.Errorf("%s: %d, %d bytes, Content-Length %s of %d", address, status, len(body), header.Get("Content-Length"), len(whole))
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		address, accept string
		want            lang.Lang
	}{
		{"/", "", lang.English},
		{"/", "ja,en;q=0.8", lang.Japanese},
		{"/", "en-GB,ja;q=0.8", lang.English},
		{"/", "fr, en;q=0.3, ja-JP;q=0.7", lang.Japanese},
		{"/", "ja;q=0, de", lang.English},
		{"/", "ja;q=x", lang.English},
		{"/?lang=ja", "en", lang.Japanese},
		{"/?lang=en", "ja", lang.English},
		{"/?lang=zz", "ja", lang.Japanese},
	} {
		r := httptest.NewRequest(http.MethodGet, c.address, nil)
		r.Header.Set("Accept-Language", c.accept)
		if got, _ := language(r, lang.English); got != c.want {
			t.Errorf("%s with %q: %s", c.address, c.accept, got)
		}
	}
}

// TestMessagesAreInBothLanguages also holds that the templates name no message
// that is not there.
func TestMessagesAreInBothLanguages(t *testing.T) {
	for key, m := range messages {
		if m.JA == "" || m.EN == "" || strings.Count(m.JA, "%") != strings.Count(m.EN, "%") {
			t.Errorf("%s: %+v", key, m)
		}
	}
	used := regexp.MustCompile(`\.T "([^"]+)"`)
	files, err := filepath.Glob("pages/*.tmpl")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range used.FindAllStringSubmatch(string(data), -1) {
			if _, ok := messages[m[1]]; !ok {
				t.Errorf("%s: there is no message %q", f, m[1])
			}
		}
	}
}

// TestTheCorpusIsNotWritten compares the file's bytes before and after.
func TestTheCorpusIsNotWritten(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "a.txt", hostile)
	c := open(t, folder)
	var file string
	for d, err := range c.Documents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		file = d.ID
	}
	server := httptest.NewServer(New(c, Options{}))
	defer server.Close()
	before := digest(t, c)
	for _, address := range []string{"/", "/documents/" + file, "/search?q=" + url.QueryEscape("対策"), "/works", "/download/original.bin?document=" + file} {
		if status, _, _ := get(t, server, address); status != 200 {
			t.Errorf("%s: %d", address, status)
		}
	}
	if digest(t, c) != before {
		t.Error("the file is another one")
	}
}

func digest(t *testing.T, c *corpus.Corpus) string {
	t.Helper()
	data, err := os.ReadFile(c.File())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestWhatIsAddedIsSeen holds that nothing old is shown once the corpus
// changed.
func TestWhatIsAddedIsSeen(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "a.txt", hostile)
	c := open(t, folder)
	server := httptest.NewServer(New(c, Options{}))
	defer server.Close()
	_, _, body := get(t, server, "/documents/d1")
	if strings.Contains(body, "強力に実施") {
		t.Fatal("the document is another one")
	}
	put(t, folder, "a.txt", strings.Replace(hostile, "推進", "強力に実施", 1))
	w, err := corpus.Open(t.Context(), c.File(), corpus.Options{Mode: corpus.Write})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add(t.Context(), []string{folder}, corpus.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, body = get(t, server, "/documents/d1"); !strings.Contains(body, "強力に実施") {
		t.Error("the document is shown as it was")
	}
	if !strings.Contains(body, `href="/documents/d1@1"`) {
		t.Error("no link to the version before")
	}
	status, _, body := get(t, server, "/documents/d1@1")
	if status != http.StatusOK || strings.Contains(body, "強力に実施") || !strings.Contains(body, "not the newest") || strings.Contains(body, "<script>alert") {
		t.Errorf("the version before: %d", status)
	}
}

// TestServeStops holds that the end of the context lets an answer that is on
// its way be finished, and leaves nothing running.
func TestServeStops(t *testing.T) {
	before := runtime.NumGoroutine()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	started := make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			close(started)
			time.Sleep(100 * time.Millisecond)
			fmt.Fprint(w, "whole")
		}))
	}()
	client := &http.Client{Transport: &http.Transport{}}
	said := make(chan string, 1)
	go func() {
		a, err := client.Get("http://" + l.Addr().String() + "/")
		if err != nil {
			said <- err.Error()
			return
		}
		defer a.Body.Close()
		b, _ := io.ReadAll(a.Body)
		said <- string(b)
	}()
	<-started
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if s := <-said; s != "whole" {
		t.Errorf("the answer is %q", s)
	}
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("it still listens")
	}
	client.CloseIdleConnections()
	for range 50 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	var stacks bytes.Buffer
	stacks.Write(make([]byte, 1<<16))
	n := runtime.Stack(stacks.Bytes(), true)
	t.Errorf("%d goroutines before, %d after\n%s", before, runtime.NumGoroutine(), stacks.Bytes()[:n])
}

func TestCacheMakesOnceAndForgets(t *testing.T) {
	c := newCache[string](3)
	made := 0
	get := func(key string, cost int64, err error) string {
		v, _ := c.get(t.Context(), key, func() (string, int64, error) { made++; return key, cost, err })
		return v
	}
	get("a", 1, nil)
	get("b", 1, nil)
	get("a", 1, nil)
	get("c", 1, nil)
	if made != 3 {
		t.Errorf("made %d times", made)
	}
	get("d", 1, nil) // b goes
	get("a", 1, nil)
	if made != 4 || c.used != 3 {
		t.Errorf("made %d times, %d in use", made, c.used)
	}
	get("b", 1, nil)
	if made != 5 {
		t.Error("b was kept")
	}
	get("big", 4, nil)
	get("big", 4, nil)
	get("bad", 1, errors.New("no"))
	get("bad", 1, errors.New("no"))
	if made != 9 || c.used != 3 || len(c.entries) != 3 {
		t.Errorf("made %d times, %d in use, %d kept", made, c.used, len(c.entries))
	}
	func() {
		defer func() { _ = recover() }()
		_, _ = c.get(t.Context(), "panic", func() (string, int64, error) { panic("no") })
	}()
	if get("panic", 1, nil) != "panic" {
		t.Error("a panic stays")
	}
}

func TestManyAskAtOnce(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	addresses := []string{
		"/", "/works", "/search?q=" + url.QueryEscape("人材"), "/documents/" + id["fy2020.txt"],
		"/compare?old=" + id["fy2020.txt"] + "&new=" + id["fy2024.txt"],
		"/compare?old=" + id["hostile1.txt"] + "&new=" + id["hostile2.txt"],
	}
	want := map[string]string{}
	for _, a := range addresses {
		_, _, want[a] = get(t, server, a)
	}
	s.pages = newCache[[]byte](maxPages) // all are made anew
	done := make(chan string)
	for i := range 200 {
		go func() {
			a := addresses[i%len(addresses)]
			for {
				r, err := http.Get(server.URL + a)
				if err != nil {
					done <- err.Error()
					return
				}
				body, err := io.ReadAll(r.Body)
				r.Body.Close()
				if r.StatusCode == http.StatusAccepted {
					time.Sleep(10 * time.Millisecond)
					continue
				}
				if err != nil || string(body) != want[a] {
					done <- a + " is another page"
					return
				}
				break
			}
			done <- ""
		}()
	}
	for range 200 {
		if s := <-done; s != "" {
			t.Error(s)
		}
	}
}

func TestDownloadsAreKeptNotShown(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	pair := "?old=" + id["fy2020.txt"] + "&new=" + id["fy2024.txt"]
	for _, a := range []string{
		"/download/compare.html" + pair, "/download/compare.docx" + pair, "/download/redline.docx" + pair,
		"/download/compare.xlsx" + pair, "/download/compare.csv" + pair, "/download/compare.json" + pair, "/download/compare.md" + pair,
		"/download/original.bin?document=" + id["hostile1.txt"],
	} {
		status, h, body := get(t, server, a)
		if status != 200 || body == "" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%s: %d, %d bytes, %v", a, status, len(body), h)
		}
	}
	if _, _, body := get(t, server, "/download/original.bin?document="+id["hostile1.txt"]); body != hostile {
		t.Error("the original is another one")
	}
}

// TestRunsAreTheText holds that links cut a text and change nothing of it.
func TestRunsAreTheText(t *testing.T) {
	s, _ := serve(t)
	for name, id := range ids(t, s) {
		tree, err := s.corpus.Parsed(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		x, err := s.corpus.Citations(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		b := newBuilder(&frame{Lang: lang.English}, tree, x, id)
		b.document()
		linked := 0
		for _, block := range b.blocks {
			for _, r := range block.Runs {
				if r.Href != "" {
					linked++
				}
			}
		}
		if strings.HasPrefix(name, "fy") && linked < 8 {
			t.Errorf("%s has %d links", name, linked)
		}
		var seen []string
		for _, block := range b.blocks {
			if block.ID != "" {
				seen = append(seen, block.ID)
			}
			seen = append(seen, block.Lines...)
		}
		slices.Sort(seen)
		if len(slices.Compact(slices.Clone(seen))) != len(seen) {
			t.Errorf("%s has an id twice", name)
		}
	}
}

// TestWhatTakesLongIsPromised holds that a reader is answered at once, and
// that the page then asks again by itself until it is there.
func TestWhatTakesLongIsPromised(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	release, err := s.long.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	address := "/compare?old=" + id["fy2020.txt"] + "&new=" + id["fy2024.txt"]
	status, header, body := once(t, server, address)
	if status != http.StatusAccepted || !strings.Contains(body, `http-equiv="refresh"`) || !strings.Contains(body, "being compared") || header.Get("Content-Security-Policy") == "" {
		t.Errorf("%d\n%s", status, body)
	}
	if status, _, _ := once(t, server, "/documents/"+id["fy2020.txt"]); status != http.StatusOK {
		t.Errorf("another page has to wait: %d", status)
	}
	release()
	if status, _, body := get(t, server, address); status != http.StatusOK || !strings.Contains(body, `id="new-2/5"`) && !strings.Contains(body, `id="new-`) {
		t.Errorf("%d", status)
	}
}

// TestFailureIsToldOnce holds that one who comes again is told what went
// wrong, and that the next one may have better luck.
func TestFailureIsToldOnce(t *testing.T) {
	c := newCache[int](10)
	fail := func() (int, int64, error) {
		time.Sleep(20 * time.Millisecond)
		panic("broken")
	}
	if _, made, err := c.soon("a", time.Millisecond, fail); made || err != nil {
		t.Errorf("%v, %v", made, err)
	}
	if _, made, err := c.soon("a", time.Minute, fail); !made || err == nil {
		t.Errorf("%v, %v", made, err)
	}
	if v, made, err := c.soon("a", time.Minute, func() (int, int64, error) { return 7, 1, nil }); v != 7 || !made || err != nil {
		t.Errorf("%d, %v, %v", v, made, err)
	}
}

// TestForesight holds that what is likely to be asked for is there before it
// is asked for, and that nothing is made after the end.
func TestForesight(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "a.txt", hostile)
	put(t, folder, "b.txt", strings.NewReplacer("令和６年", "令和７年", "推進", "強力に実施").Replace(hostile))
	ctx, end := context.WithCancel(t.Context())
	s := New(open(t, folder), Options{Context: ctx})
	server := httptest.NewServer(s)
	defer server.Close()
	kept := func() int {
		s.comparisons.mu.Lock()
		defer s.comparisons.mu.Unlock()
		return len(s.comparisons.entries)
	}
	now, err := s.snapshot(t.Context())
	if err != nil || len(now.series) != 1 {
		t.Fatal(err)
	}
	get(t, server, "/series?name="+url.QueryEscape(now.series[0].Name))
	for range 6000 {
		if kept() == 1 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if kept() != 1 {
		t.Error("the editions were not compared")
	}
	end()
	ran := false
	s.foresee(func() { ran = true })
	for range 6000 {
		s.foresight.mu.Lock()
		running := s.foresight.running
		s.foresight.mu.Unlock()
		if !running {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if ran {
		t.Error("it goes on after the end")
	}
}

// TestFileThatTakesLongIsPromised holds that a reader of a file that has to
// wait for its turn is told so, and has the file when he comes again.
func TestFileThatTakesLongIsPromised(t *testing.T) {
	s, server := serve(t)
	id := ids(t, s)
	release, err := s.long.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	address := "/download/compare.csv?old=" + id["fy2020.txt"] + "&new=" + id["fy2024.txt"]
	status, header, body := once(t, server, address)
	if status != http.StatusAccepted || !strings.Contains(body, `http-equiv="refresh"`) || header.Get("Content-Disposition") != "" {
		t.Errorf("%d %v\n%s", status, header, body)
	}
	release()
	if status, header, body := get(t, server, address); status != http.StatusOK || !strings.HasPrefix(header.Get("Content-Disposition"), "attachment") || !strings.HasPrefix(body, "\ufeff") {
		t.Errorf("%d %v\n%.100s", status, header, body)
	}
}

// TestTurns holds that turns go round in order, and that one who does not wait
// any longer loses his and nobody else's.
func TestTurns(t *testing.T) {
	turns := newTurns(1)
	release, err := turns.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const waiting = 5
	var order []int
	var all sync.WaitGroup
	ctx, leave := context.WithCancel(t.Context())
	for i := range waiting {
		mine := t.Context()
		if i%2 == 1 {
			mine = ctx
		}
		all.Go(func() {
			release, err := turns.take(mine)
			if err != nil {
				return
			}
			order = append(order, i) // alone, while it has the only turn
			release()
		})
		for turns.ahead() != i+1 {
			time.Sleep(time.Millisecond)
		}
	}
	leave()
	for turns.ahead() != 3 {
		time.Sleep(time.Millisecond)
	}
	release()
	all.Wait()
	if !slices.Equal(order, []int{0, 2, 4}) {
		t.Errorf("order %v", order)
	}
	if _, err := turns.take(ctx); err == nil {
		t.Error("one who is gone has a turn")
	}
	if release, err = turns.take(t.Context()); err != nil {
		t.Error(err)
	}
	release()
}

// TestPromisesEnd holds that one who asks for much and never comes again
// leaves so much work and so much memory, and no more.
func TestPromisesEnd(t *testing.T) {
	c := newCache[int](1000)
	block := make(chan struct{})
	begun := make(chan struct{}, 10*maxPromised)
	for i := range 10 * maxPromised {
		_, made, err := c.soon(fmt.Sprint(i), 0, func() (int, int64, error) {
			begun <- struct{}{}
			<-block
			return 0, 0, errors.New("no")
		})
		if made || err != nil {
			t.Fatalf("%v, %v", made, err)
		}
	}
	for range maxPromised {
		<-begun
	}
	if n := len(begun); n > 0 {
		t.Errorf("%d too many were begun", n)
	}
	close(block)
	for making := maxPromised; making > 0; { // all fail
		time.Sleep(time.Millisecond)
		c.mu.Lock()
		making = c.making
		c.mu.Unlock()
	}
	if _, made, err := c.soon("0", time.Minute, nil); !made || err == nil {
		t.Errorf("its failure is not told: %v, %v", made, err)
	}
	if v, made, err := c.soon("more", time.Minute, func() (int, int64, error) { return 3, 1, nil }); v != 3 || !made || err != nil {
		t.Errorf("%d, %v, %v", v, made, err)
	}
}

// TestOneWhoLeavesIsReplaced holds that those who wait for what another makes
// have it though he goes away.
func TestOneWhoLeavesIsReplaced(t *testing.T) {
	c := newCache[int](10)
	ctx, leave := context.WithCancel(t.Context())
	begun := make(chan struct{})
	go func() {
		_, _ = c.get(ctx, "a", func() (int, int64, error) {
			close(begun)
			<-ctx.Done()
			return 0, 0, ctx.Err()
		})
	}()
	<-begun
	short, end := context.WithTimeout(t.Context(), time.Millisecond)
	defer end()
	if _, err := c.get(short, "a", nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("one who waits no longer: %v", err)
	}
	time.AfterFunc(10*time.Millisecond, leave)
	if v, err := c.get(t.Context(), "a", func() (int, int64, error) { return 7, 1, nil }); v != 7 || err != nil {
		t.Errorf("%d, %v", v, err)
	}
}

// TestConnections holds that a listener takes so many at once, the next when
// one of them is closed, and ends while it waits.
func TestConnections(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := limited(inner, 2)
	taken := make(chan net.Conn)
	ended := make(chan error)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				ended <- err
				return
			}
			taken <- c
		}
	}()
	for range 4 {
		c, err := net.Dial("tcp", inner.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
	}
	first, second := <-taken, <-taken
	select {
	case <-taken:
		t.Error("a third one is taken")
	case <-time.After(20 * time.Millisecond):
	}
	first.Close()
	first.Close() // twice is once
	third := <-taken
	select {
	case <-taken:
		t.Error("a fourth one is taken")
	case <-time.After(20 * time.Millisecond):
	}
	l.Close()
	if err := <-ended; !errors.Is(err, net.ErrClosed) {
		t.Error(err)
	}
	second.Close()
	third.Close()
}
