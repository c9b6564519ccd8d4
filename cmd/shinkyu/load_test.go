package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"shinkyu/corpus/generate"
)

// The load that the viewer is put under. The tests put it under a short one;
// for figures:
//
//	go test ./cmd/shinkyu -run '^TestLoad$' -load 1m -v
var (
	loadTime    = flag.Duration("load", 2*time.Second, "how long TestLoad keeps the viewer busy")
	loadClients = flag.Int("load.clients", 200, "how many requests at once")
	loadSeries  = flag.Int("load.series", 0, "series in the corpus, of six editions each (default: 4, or 100 for a load of ten seconds or more)")
)

const loadEditions = 6

// Limits that TestLoad holds the viewer to.
const (
	loadMemory = 700 << 20              // bytes of memory at most
	stopTime   = 10 * time.Second       // from the signal to the end, whatever goes on
	loadQuiet  = 500 * time.Millisecond // without work is rest: longer than it waits before it makes things ahead
	loadIdle   = 10 * time.Millisecond  // on the processors in that time
)

// A viewer is a running `shinkyu serve`.
type viewer struct {
	cmd     *exec.Cmd
	address string // http://127.0.0.1:PORT
	said    bytes.Buffer
	read    chan struct{} // closed when all that it said is in said
}

// view starts the viewer as a user does, on a corpus of generated series.
func view(t *testing.T, series int) *viewer {
	t.Helper()
	p := program{dir: t.TempDir(), most: 10 * time.Minute}
	docs := filepath.Join(p.dir, "docs")
	if err := os.Mkdir(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	for s := range series {
		for e := range loadEditions {
			writeFile(t, filepath.Join(docs, fmt.Sprintf("%03d-%d.txt", s, e)), generate.Document(s, 2016+e, loadBytes()*(1+s%7)))
		}
	}
	p.run(t, "corpus", "add", "docs").done(t)
	return p.serve(t)
}

// serve starts the viewer on the corpus.
func (p program) serve(t *testing.T) *viewer {
	t.Helper()
	v := &viewer{cmd: p.command(context.Background(), "serve", "--addr", "127.0.0.1:0"), read: make(chan struct{})}
	stderr, err := v.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := v.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.cmd.Process.Kill() })
	lines := bufio.NewReader(stderr)
	line, err := lines.ReadString('\n')
	v.address = strings.TrimSuffix(regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line), "/")
	if err != nil || v.address == "" {
		t.Fatalf("it said %q, %v", line, err)
	}
	go func() {
		defer close(v.read)
		_, _ = io.Copy(&v.said, lines)
	}()
	return v
}

// end sends a signal and gives what the viewer said, how long it took to end
// and its status.
func (v *viewer) end(t *testing.T, with os.Signal) (said string, took time.Duration, status int) {
	t.Helper()
	began := time.Now()
	if err := v.cmd.Process.Signal(with); err != nil {
		t.Fatal(err)
	}
	over := time.AfterFunc(6*stopTime, func() { _ = v.cmd.Process.Kill() })
	defer over.Stop()
	<-v.read
	_ = v.cmd.Wait()
	return v.said.String(), time.Since(began), v.cmd.ProcessState.ExitCode()
}

// A visit is a request of a kind, and the answers that it may have.
type visit struct {
	kind    string
	address string
	method  string // GET where it is empty
	host    string // that of the viewer where it is empty
	header  http.Header
	want    []int
	cut     bool // it may find the connection closed before it is through
}

var (
	given   = []int{http.StatusOK, http.StatusAccepted}
	refused = []int{
		http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusMisdirectedRequest,
		http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong, http.StatusRequestHeaderFieldsTooLarge,
	}
)

// visits gives a way to choose what to ask for, of every kind of page of a
// corpus of so many series.
func visits(series int) func(r *rand.Rand) visit {
	queries := generate.Queries(1, 200)
	var kinds []func(r *rand.Rand) visit
	// add makes a kind so many times as likely as others.
	add := func(weight int, kind string, want []int, address func(r *rand.Rand) string) {
		for range weight {
			kinds = append(kinds, func(r *rand.Rand) visit { return visit{kind: kind, address: address(r), want: want} })
		}
	}
	doc := func(r *rand.Rand) int { return 1 + r.IntN(series*loadEditions) }
	pair := func(r *rand.Rand) string {
		n := doc(r)
		for n%loadEditions == 0 { // the last edition of its series
			n = doc(r)
		}
		return fmt.Sprintf("old=d%d&new=d%d", n, n+1)
	}
	name := func(r *rand.Rand) string { return url.QueryEscape(loadTitles(series)[r.IntN(series)]) }
	lang := func(r *rand.Rand) string { return []string{"", "&lang=ja", "&lang=en"}[r.IntN(3)] }
	add(4, "home", given, func(r *rand.Rand) string { return fmt.Sprintf("/?page=%d%s", 1+r.IntN(4), lang(r)) })
	add(4, "series", given, func(r *rand.Rand) string { return "/series?name=" + name(r) + lang(r) })
	add(8, "document", given, func(r *rand.Rand) string { return fmt.Sprintf("/documents/d%d", doc(r)) })
	add(8, "compare", given, func(r *rand.Rand) string { return "/compare?" + pair(r) + lang(r) })
	add(2, "compare any two", given, func(r *rand.Rand) string { return fmt.Sprintf("/compare?old=d%d&new=d%d", doc(r), doc(r)) })
	add(3, "ledger", given, func(r *rand.Rand) string { return "/ledger?series=" + name(r) + lang(r) })
	add(3, "works", given, func(r *rand.Rand) string { return fmt.Sprintf("/works?page=%d&series=%s", 1+r.IntN(3), name(r)) })
	add(2, "works", given, func(r *rand.Rand) string { return fmt.Sprintf("/works?page=%d%s", 1+r.IntN(3), lang(r)) })
	add(2, "work", []int{200, 202, 404}, func(r *rand.Rand) string {
		return fmt.Sprintf("/work?id=%s", url.QueryEscape(fmt.Sprintf("law-平成%d年法律第%d号", 1+r.IntN(30), 1+r.IntN(120))))
	})
	add(8, "search", given, func(r *rand.Rand) string {
		return fmt.Sprintf("/search?q=%s&page=%d", url.QueryEscape(queries[r.IntN(len(queries))]), 1+r.IntN(2))
	})
	add(2, "static", []int{200, 404}, func(r *rand.Rand) string {
		return []string{"/static/style.css", "/static/viewer.css", "/static/nothing.css"}[r.IntN(3)]
	})
	add(2, "not found", []int{404, 202}, func(r *rand.Rand) string {
		return []string{fmt.Sprintf("/documents/d%d", 100000+r.IntN(1000)), "/nothing", fmt.Sprintf("/series?name=%d", r.IntN(1000)), "/documents/d1/x", fmt.Sprintf("/works?series=%d", r.IntN(100000)), fmt.Sprintf("/ledger?series=%d", r.IntN(1000))}[r.IntN(6)]
	})
	for _, ext := range []string{"html", "docx", "xlsx", "md", "json", "csv"} {
		add(1, "download compare."+ext, given, func(r *rand.Rand) string { return "/download/compare." + ext + "?" + pair(r) })
	}
	add(1, "download redline.docx", given, func(r *rand.Rand) string { return "/download/redline.docx?" + pair(r) })
	for _, thing := range []string{"document.md", "document.json", "document.txt", "citations.md", "citations.json", "citations.csv", "original.bin"} {
		add(1, "download "+thing, given, func(r *rand.Rand) string { return fmt.Sprintf("/download/%s?document=d%d", thing, doc(r)) })
	}
	for _, thing := range []string{"ledger.html", "ledger.md", "ledger.json", "ledger.csv", "works.md", "works.json", "works.csv"} {
		add(1, "download "+thing, given, func(r *rand.Rand) string { return "/download/" + thing + "?series=" + name(r) })
	}
	add(1, "download search.json", given, func(r *rand.Rand) string {
		return "/download/search.json?q=" + url.QueryEscape(queries[r.IntN(len(queries))])
	})
	add(1, "download documents.json", given, func(*rand.Rand) string { return "/download/documents.json" })
	kinds = append(kinds, hostileVisit, hostileVisit, hostileVisit, hostileVisit)
	return func(r *rand.Rand) visit { return kinds[r.IntN(len(kinds))](r) }
}

// hostileVisit asks for what no reader asks for.
func hostileVisit(r *rand.Rand) visit {
	all := []visit{
		{address: "/documents/..%2f..%2fetc%2fpasswd"},
		{address: "/static/..%2fstyle.css"},
		{address: "/documents/d1%00"},
		{address: "/download/original.bin?document=../../etc/passwd"},
		{address: "/", host: "evil.example"},
		{address: "/documents/d1", method: http.MethodPost},
		{address: "/documents/d1", method: http.MethodDelete},
		{address: "/?" + strings.Repeat("a", 9000)},
		{address: "/search?q=" + strings.Repeat("%28", 2000), want: given},
		{address: "/search?q=%ff%fe", want: given},
		{address: "/compare?old=d1&new=d1", want: append([]int{400}, given...)},
		{address: fmt.Sprintf("/search?page=%d&q=a", r.Uint32()), want: given},
		{address: "/compare?old=d1", want: append([]int{400}, given...)},
		{address: "/documents/d1", header: http.Header{"Sec-Fetch-Site": {"cross-site"}}},
		{address: "/", header: http.Header{"X": {strings.Repeat("x", 40<<10)}}, cut: true},
		{address: "/", header: http.Header{"Range": {"bytes=" + strings.Repeat("0-1,", 500)}}, want: given},
	}
	v := all[r.IntN(len(all))]
	v.kind = "hostile"
	if v.want == nil {
		v.want = refused
	}
	return v
}

// loadTitles gives the names of the series of a corpus.
var loadTitles = func() func(series int) []string {
	var once sync.Once
	var titles []string
	return func(series int) []string {
		once.Do(func() {
			for s := range max(series, 1000) {
				text := generate.Document(s, 2016, 10)
				title, _, _ := strings.Cut(text, "\n")
				titles = append(titles, strings.Replace(title, generate.FiscalYear(2016), "", 1))
			}
		})
		return titles[:series]
	}
}()

// A tally counts answers.
type tally struct {
	mu       sync.Mutex
	took     map[string][]time.Duration // by kind
	promised int                        // answers that tell the reader to come again
	failed   map[string]int             // by kind and what happened
}

func newTally() *tally { return &tally{took: map[string][]time.Duration{}, failed: map[string]int{}} }

func (y *tally) add(v visit, status int, took time.Duration, err error) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.took[v.kind] = append(y.took[v.kind], took)
	if status == http.StatusAccepted {
		y.promised++
	}
	switch {
	case err != nil && v.cut:
	case err != nil:
		y.failed[v.kind+": "+err.Error()]++
	case !slices.Contains(v.want, status):
		y.failed[fmt.Sprintf("%s: %d for %.100s", v.kind, status, v.address)]++
	}
}

// table tells the times by kind, in milliseconds.
func (y *tally) table(over time.Duration) string {
	var b strings.Builder
	var all []time.Duration
	row := func(kind string, list []time.Duration) {
		slices.Sort(list)
		at := func(share float64) float64 {
			return float64(list[min(int(share*float64(len(list))), len(list)-1)].Microseconds()) / 1000
		}
		fmt.Fprintf(&b, "%-26s %8d %9.1f %9.1f %9.1f\n", kind, len(list), at(0.5), at(0.95), at(1))
	}
	fmt.Fprintf(&b, "%-26s %8s %9s %9s %9s\n", "kind", "answers", "p50 ms", "p95 ms", "max ms")
	for _, kind := range slices.Sorted(maps.Keys(y.took)) {
		row(kind, y.took[kind])
		all = append(all, y.took[kind]...)
	}
	if len(all) > 0 {
		row("all", all)
	}
	fmt.Fprintf(&b, "%.0f answers a second; %d of them told the reader to come again", float64(len(all))/over.Seconds(), y.promised)
	return b.String()
}

// fails tells what went wrong, the most frequent first.
func (y *tally) fails(t *testing.T) {
	t.Helper()
	kinds := slices.SortedFunc(maps.Keys(y.failed), func(a, b string) int { return cmp.Or(cmp.Compare(y.failed[b], y.failed[a]), cmp.Compare(a, b)) })
	for _, k := range kinds[:min(len(kinds), 20)] {
		t.Errorf("%d times %s", y.failed[k], k)
	}
}

// keepBusy lets so many clients ask one thing after the other until ctx ends.
func (v *viewer) keepBusy(ctx context.Context, clients int, choose func(*rand.Rand) visit) *tally {
	y := newTally()
	client := newLoadClient(clients)
	defer client.CloseIdleConnections()
	var all sync.WaitGroup
	for i := range clients {
		all.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(i)))
			for ctx.Err() == nil {
				x := choose(r)
				began := time.Now()
				status, err := v.ask(context.WithoutCancel(ctx), client, x)
				y.add(x, status, time.Since(began), err)
				if status == http.StatusAccepted {
					time.Sleep(50 * time.Millisecond) // sooner than a browser
				}
			}
		})
	}
	all.Wait()
	return y
}

func newLoadClient(connections int) *http.Client {
	return &http.Client{
		Transport:     &http.Transport{MaxIdleConnsPerHost: connections, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Timeout:       2 * time.Minute,
	}
}

// ask sends a request and reads the answer whole.
func (v *viewer) ask(ctx context.Context, client *http.Client, x visit) (int, error) {
	r, err := http.NewRequestWithContext(ctx, cmp.Or(x.method, http.MethodGet), v.address+x.address, nil)
	if err != nil {
		return 0, err
	}
	r.Host = x.host
	maps.Copy(r.Header, x.header)
	a, err := client.Do(r)
	if err != nil {
		return 0, err
	}
	defer a.Body.Close()
	_, err = io.Copy(io.Discard, a.Body)
	return a.StatusCode, err
}

// settled waits until the viewer is at rest, with all done that was promised
// and foreseen, and has no more files open than the most it may have; it gives
// how many it has. On a busy machine one that has work can stand still for a
// while, so it has to be at rest several times in a row.
func (v *viewer) settled(most int) int {
	rests := 0
	for began := time.Now(); time.Since(began) < 3*time.Minute && (rests < 3 || v.files() > most); rests++ {
		before := v.worked()
		time.Sleep(loadQuiet)
		if v.worked()-before > loadIdle {
			rests = -1
		}
	}
	return v.files()
}

// loadFiles is how many more files a viewer may have open after a load than
// before: the corpus keeps eight connections, with a file and its log each.
const loadFiles = 2 * 8

// goroutines asks the viewer to end with all its stacks, as every Go program
// does on SIGQUIT, and gives one line for each that is not the runtime's.
func (v *viewer) goroutines(t *testing.T) []string {
	t.Helper()
	said, _, _ := v.end(t, syscall.SIGQUIT)
	var out []string
	for stack := range strings.SplitSeq(said, "\n\n") {
		if !strings.HasPrefix(strings.TrimSpace(stack), "goroutine ") {
			continue
		}
		lines := strings.Split(strings.TrimSpace(stack), "\n")
		if len(lines) > 1 && !strings.HasPrefix(lines[0], "goroutine 0 ") {
			out = append(out, lines[len(lines)-2]) // what it was started as
		}
	}
	return out
}

// counted puts equal lines into one with their number.
func counted(lines []string) string {
	count := map[string]int{}
	for _, l := range lines {
		count[l]++
	}
	var b strings.Builder
	for _, l := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(&b, "%4d %s\n", count[l], l)
	}
	return b.String()
}

// loadBytes is the size of the smallest documents; others have up to seven
// times as many.
func loadBytes() int {
	if *loadTime >= 10*time.Second {
		return 5000
	}
	return 1000
}

func loadCorpus() int {
	switch {
	case *loadSeries > 0:
		return *loadSeries
	case *loadTime >= 10*time.Second:
		return 100
	}
	return 4
}

// TestLoad puts the viewer under requests of all kinds, 200 at once: each has
// the answer that it is to have, memory stays bounded, and afterwards no
// goroutine and no file is left that was not there before.
func TestLoad(t *testing.T) {
	needsSignals(t)
	series := loadCorpus()
	choose := visits(series)
	rest := view(t, series) // for what a viewer has when it is at rest
	look := rand.New(rand.NewPCG(2, 3))
	client := newLoadClient(1)
	for range 20 {
		if x := choose(look); x.kind != "hostile" {
			_, _ = rest.ask(t.Context(), client, x)
		}
	}
	client.CloseIdleConnections()
	rest.settled(math.MaxInt)
	before := rest.goroutines(t)

	v := view(t, series)
	files := v.settled(math.MaxInt)
	ctx, cancel := context.WithTimeout(t.Context(), *loadTime)
	defer cancel()
	began := time.Now()
	y := v.keepBusy(ctx, *loadClients, choose)
	took := time.Since(began)
	filesAfter := v.settled(files + loadFiles)
	peak, now := v.memory()
	after := v.goroutines(t)
	t.Logf("%d documents, %d clients for %v, %d cores, %s\n%s\nmemory: %d MB at most, %d MB afterwards; open files: %d before, %d afterwards; goroutines: %d at rest, %d afterwards",
		series*loadEditions, *loadClients, took.Round(time.Second), runtime.NumCPU(), runtime.Version(), y.table(took), peak>>20, now>>20, files, filesAfter, len(before), len(after))
	y.fails(t)
	if peak > loadMemory && !raceEnabled {
		t.Errorf("it took %d MB, more than %d", peak>>20, loadMemory>>20)
	}
	if filesAfter > files+loadFiles {
		t.Errorf("%d files open before, %d afterwards", files, filesAfter)
	}
	if len(after) > len(before)+8 { // each connection of the corpus has one
		t.Errorf("%d goroutines at rest, %d afterwards\n%s\n%s", len(before), len(after), counted(before), counted(after))
	}
}

// TestRude puts the viewer under clients that go away in the middle, that send
// a request byte by byte and that do not read what they asked for; others are
// answered meanwhile. Then it is told to end while all of that goes on: it
// ends in time and in good order.
func TestRude(t *testing.T) {
	needsSignals(t)
	series := loadCorpus()
	choose := visits(series)
	v := view(t, series)
	files := v.settled(math.MaxInt)

	ctx, end := context.WithCancel(t.Context())
	defer end()
	var rude sync.WaitGroup
	for i := range 40 {
		rude.Go(func() { v.goAway(ctx, rand.New(rand.NewPCG(4, uint64(i))), choose) })
		rude.Go(func() { v.readNothing(ctx) })
	}
	for range 40 {
		rude.Go(func() {
			if took := v.dribble(ctx); took > 2*loadHead && ctx.Err() == nil {
				t.Errorf("a request that does not end holds its connection for %v", took)
			}
		})
	}
	polite, over := context.WithTimeout(t.Context(), loadHead+time.Second)
	defer over()
	y := v.keepBusy(polite, 40, func(r *rand.Rand) visit {
		x := choose(r)
		for strings.HasPrefix(x.kind, "download") { // some wait for what is made for them
			x = choose(r)
		}
		return x
	})
	y.fails(t)
	end()
	rude.Wait()
	if n := v.settled(files + loadFiles); n > files+loadFiles {
		t.Errorf("%d files open before, %d afterwards", files, n)
	}

	ctx, end = context.WithTimeout(t.Context(), 2*stopTime)
	defer end()
	for i := range 40 {
		rude.Go(func() { v.goAway(ctx, rand.New(rand.NewPCG(5, uint64(i))), choose) })
		rude.Go(func() { v.readNothing(ctx) })
	}
	time.Sleep(time.Second)
	said, took, status := v.end(t, syscall.SIGTERM)
	end()
	rude.Wait()
	if status != statusDone || said != "" || took > stopTime {
		t.Errorf("it ended with %d after %v, and said %q", status, took, said)
	}
	t.Logf("%d answers meanwhile; it ended %v after the signal", len(slices.Concat(slices.Collect(maps.Values(y.took))...)), took.Round(time.Millisecond))
}

// loadHead is how long the viewer waits for the head of a request.
const loadHead = 5 * time.Second

// goAway asks for things and leaves before it has them.
func (v *viewer) goAway(ctx context.Context, r *rand.Rand, choose func(*rand.Rand) visit) {
	client := newLoadClient(1)
	defer client.CloseIdleConnections()
	for ctx.Err() == nil {
		short, leave := context.WithTimeout(ctx, time.Duration(r.IntN(30))*time.Millisecond)
		_, _ = v.ask(short, client, choose(r))
		leave()
	}
}

// dribble sends a request byte by byte and gives how long the connection held.
func (v *viewer) dribble(ctx context.Context) time.Duration {
	began := time.Now()
	c, err := v.dial(ctx)
	if err != nil {
		return 0
	}
	defer c.Close()
	const head = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "
	for i := 0; ctx.Err() == nil; i++ {
		b := byte('x')
		if i < len(head) {
			b = head[i]
		}
		if _, err := c.Write([]byte{b}); err != nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	return time.Since(began)
}

// readNothing asks for a document again and again on one connection and reads
// no answer.
func (v *viewer) readNothing(ctx context.Context) {
	c, err := v.dial(ctx)
	if err != nil {
		return
	}
	defer c.Close()
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetReadBuffer(1 << 10)
	}
	for range 1000 {
		if _, err := fmt.Fprintf(c, "GET /download/document.json?document=d1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"); err != nil {
			return
		}
	}
	<-ctx.Done()
}

// dial opens a connection that is closed when ctx ends.
func (v *viewer) dial(ctx context.Context) (net.Conn, error) {
	c, err := (&net.Dialer{}).DialContext(ctx, "tcp", strings.TrimPrefix(v.address, "http://"))
	if err == nil {
		context.AfterFunc(ctx, func() { c.Close() })
	}
	return c, err
}

// needsSignals skips a test where processes cannot be sent signals.
func needsSignals(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no signals for other processes")
	}
}
