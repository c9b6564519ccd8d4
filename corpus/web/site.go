package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	"shinkyu/corpus/query"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/parse/render/lang"
)

// Options say how a corpus is shown. The zero value shows it in English, to
// this machine alone.
type Options struct {
	// Lang is the language for browsers that prefer none of ours.
	Lang lang.Lang
	// Hosts are the names, in small letters, under which the viewer is asked
	// for besides localhost.
	Hosts []string
	// Open takes requests to any address in numbers, for a viewer that listens
	// off the loopback.
	Open bool
	// Translate gives a message of package corpus in a language; nil leaves
	// them in English.
	Translate func(l lang.Lang, msg string) string
	// Context ends what is made for readers to come; nil for never.
	Context context.Context
	// Log takes a line about each answer that failed; nil drops them.
	Log func(string)
}

// What is kept in memory at most.
const (
	maxPages       = 64 << 20 // bytes of comparisons and documents as pages
	maxComparisons = 96 << 20 // bytes of comparisons
	maxLedgers     = 8
	maxFiles       = 32 // that are on their way to readers at once; who asks for more waits
)

// A Site answers requests about a corpus. It is an [http.Handler].
type Site struct {
	corpus  *corpus.Corpus
	opt     Options
	handler http.Handler

	state       state
	pages       *cache[[]byte]
	comparisons *cache[*diff.Comparison]
	ledgers     *cache[*ledger.Ledger]
	works       *cache[*works]
	short       *turns // of what takes memory more than time: a document, a search, a file
	files       *turns // of files that are on their way
	long        *turns // of what takes a moment: a comparison
	longest     *turns // of what takes longer: a ledger, the works of all documents
	foresight   foresight
	life        context.Context // of what is made before anybody asks for it
	answered    atomic.Int64    // when the last request came, in Unix milliseconds
}

// New gives a handler that shows a corpus. The corpus has to stay open.
func New(c *corpus.Corpus, opt Options) *Site {
	if opt.Lang == "" {
		opt.Lang = lang.English
	}
	s := &Site{
		corpus: c, opt: opt,
		pages:       newCache[[]byte](maxPages),
		comparisons: newCache[*diff.Comparison](maxComparisons),
		ledgers:     newCache[*ledger.Ledger](maxLedgers),
		works:       newCache[*works](maxWorks),
		short:       newTurns(2 * runtime.GOMAXPROCS(0)),
		files:       newTurns(maxFiles),
		long:        newTurns(max(1, runtime.GOMAXPROCS(0)/2)),
		longest:     newTurns(1),
		life:        context.Background(),
	}
	if opt.Context != nil {
		s.life = opt.Context
	}
	s.handler = s.guard(s.routes())
	return s
}

// ServeHTTP answers a request.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Site) routes() http.Handler {
	mux := http.NewServeMux()
	for _, x := range []struct {
		path   string
		params []string // that the page heeds, besides lang
		page   func(*request) ([]byte, error)
		wait   string // names the message for one who has to wait; empty where nobody has
	}{
		{"/{$}", []string{"name", "page"}, (*request).home, ""},
		{"/series", []string{"name"}, (*request).series, ""},
		{"/documents/{id}", nil, (*request).document, ""},
		{"/compare", []string{"old", "new", "first"}, (*request).compare, "waitCompare"},
		{"/ledger", []string{"series", "drafts"}, (*request).ledger, "waitLedger"},
		{"/works", []string{"series", "title", "kind", "page"}, (*request).worksIndex, "waitWorks"},
		{"/work", []string{"id", "in", "at", "page"}, (*request).work, "waitWorks"},
		{"/search", []string{"q", "page"}, (*request).search, ""},
		{"/", nil, func(*request) ([]byte, error) { return nil, errNoPage }, ""},
	} {
		mux.HandleFunc(x.path, s.answer(func(q *request) error {
			if x.wait != "" {
				return q.soon(x.page, x.wait)
			}
			out, err := q.kept(x.page)
			if err != nil {
				return err
			}
			return q.write(htmlKind, out)
		}, x.params...))
	}
	mux.HandleFunc("/download/{file}", s.answer((*request).download, "old", "new", "first", "document", "series", "drafts", "q"))
	mux.HandleFunc("/static/{file}", s.static)
	return mux
}

// A request is one request with its answer.
type request struct {
	*Site
	*http.Request
	w     http.ResponseWriter
	Lang  lang.Lang
	named bool // the address names the language
	now   *snapshot
	// address is that of the request, with the parameters alone that its page
	// heeds. What is made for one reader and kept for others goes by it.
	address url.URL
	params  url.Values
	ahead   bool // nobody waits for the answer: it is made to be kept
}

// answer makes a page whole before it is written, so that what fails fails
// with an answer of its own.
func (s *Site) answer(page func(*request) error, params ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.answered.Store(time.Now().UnixMilli())
		l, named := language(r, s.opt.Lang)
		q := &request{Site: s, Request: r, w: w, Lang: l, named: named, params: url.Values{}}
		asked := r.URL.Query()
		for _, name := range params {
			if v := asked.Get(name); v != "" {
				q.params.Set(name, v[:min(len(v), maxParameter)])
			}
		}
		q.address = url.URL{Path: r.URL.Path, RawQuery: q.params.Encode()}
		defer func() {
			if p := recover(); p != nil {
				s.trouble(w, r, fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
			}
		}()
		var err error
		if q.now, err = s.snapshot(r.Context()); err == nil {
			err = r.Context().Err() // one who is gone needs no page
		}
		if err == nil {
			err = page(q)
		}
		if err != nil {
			s.trouble(w, r, err)
		}
	}
}

// ctx is the request's context without its end: what is made for one reader is
// kept for the next, though the first one may go away.
func (q *request) ctx() context.Context {
	if q.ahead {
		return q.life
	}
	return context.WithoutCancel(q.Context())
}

// waits is the context that what is made waits in for its turn: a reader who
// goes away before it comes gives it up.
func (q *request) waits() context.Context {
	if q.ahead {
		return q.life
	}
	return q.Context()
}

// alone is the request for what is made without a reader who waits for it.
func (q *request) alone() *request {
	c := *q
	c.ahead = true
	return &c
}

// text gives a parameter of the address.
func (q *request) text(name string) string { return q.params.Get(name) }

// maxParameter is where a parameter is cut; no sound one is so long.
const maxParameter = 4096 // bytes

// number gives a parameter that counts from 1.
func (q *request) number(name string) int {
	n, err := strconv.Atoi(q.text(name))
	if err != nil {
		return 1
	}
	return min(max(n, 1), maxNumber)
}

// maxNumber is the last page that can be asked for.
const maxNumber = 1 << 20

// A refusal is an answer that is no page of the corpus.
type refusal struct {
	status int
	say    string // name of a message
}

func (e *refusal) Error() string { return messages[e.say].EN }

var (
	errNoPage     = &refusal{http.StatusNotFound, "noPage"}
	errNoDocument = &refusal{http.StatusNotFound, "noDocument"}
	errNoSeries   = &refusal{http.StatusNotFound, "noSeries"}
	errNoWork     = &refusal{http.StatusNotFound, "noWork"}
	errOneEdition = &refusal{http.StatusNotFound, "oneEdition"}
	errBadQuery   = &refusal{http.StatusBadRequest, "badQuery"}
	errChooseTwo  = &refusal{http.StatusBadRequest, "chooseTwo"}
)

// trouble answers a request that failed.
func (s *Site) trouble(w http.ResponseWriter, r *http.Request, err error) {
	var no *refusal
	var e *store.Error
	switch {
	case errors.As(err, &no):
		s.fail(w, r, no.status, no.say)
	case errors.Is(err, store.ErrNotFound):
		s.fail(w, r, http.StatusNotFound, "noDocument")
	case r.Context().Err() != nil:
		// Nobody reads the answer.
	case errors.Is(err, context.Canceled):
		s.fail(w, r, http.StatusServiceUnavailable, "ending")
	case errors.As(err, &e):
		s.log(r, err)
		s.failWith(w, r, http.StatusServiceUnavailable, "trouble", e.Msg+"; "+e.Remedy)
	default:
		s.log(r, err)
		s.fail(w, r, http.StatusInternalServerError, "trouble")
	}
}

func (s *Site) log(r *http.Request, err error) {
	if s.opt.Log != nil {
		s.opt.Log(fmt.Sprintf("%s: %v", r.URL.Path, err))
	}
}

// translate gives a message of package corpus in the language of the answer.
func (s *Site) translate(l lang.Lang, msg string) string {
	if s.opt.Translate == nil {
		return msg
	}
	return s.opt.Translate(l, msg)
}

// queryTrouble says what is wrong with a query, if that is what err is about.
func (q *request) queryTrouble(err error) (string, bool) {
	var e *query.Error
	if !errors.As(err, &e) {
		return "", false
	}
	at := ""
	if e.Column > 0 {
		at = messages["atCharacter"].Format(q.Lang, e.Column)
	}
	return at + q.translate(q.Lang, e.Msg) + messages["semicolon"].In(q.Lang) + q.translate(q.Lang, e.Remedy), true
}

// kept gives the page of the address as it was made before in the same
// language for the same state of the corpus, or makes it.
func (q *request) kept(make func(*request) ([]byte, error)) ([]byte, error) {
	return q.pages.get(q.waits(), q.key(), q.costed(make))
}

// key names the page of the address in its language and state.
func (q *request) key() string {
	return strconv.FormatInt(q.now.generation, 10) + string(q.Lang) + strconv.FormatBool(q.named) + q.address.String()
}

func (q *request) costed(make func(*request) ([]byte, error)) func() ([]byte, int64, error) {
	return func() ([]byte, int64, error) {
		out, err := make(q)
		return out, int64(len(out) + len(q.address.String())), err
	}
}

// patience is how long a reader waits for a page before he is told that it is
// being made.
const patience = 40 * time.Millisecond

// soon sends the page of the address if it is there or quickly made, or else
// one that says so and asks again by itself.
func (q *request) soon(make func(*request) ([]byte, error), wait string) error {
	out, made, err := q.pages.soon(q.key(), patience, q.alone().costed(make))
	switch {
	case err != nil:
		return err
	case made:
		return q.write(htmlKind, out)
	}
	return q.promise(wait)
}

// promise sends a page that says that what was asked for is being made, and
// asks again by itself.
func (q *request) promise(wait string) error {
	p := waitPage{frame: q.frame(say(wait, q.Lang)), Ahead: q.long.ahead() + q.longest.ahead()}
	out, err := page("wait", &p)
	if err != nil {
		return err
	}
	return send(q.w, q.Request, http.StatusAccepted, htmlKind, out)
}

type waitPage struct {
	frame
	Ahead int // tasks that wait for their turn
}

// write sends what was made.
func (q *request) write(kind string, data []byte) error {
	return send(q.w, q.Request, http.StatusOK, kind, data)
}

func send(w http.ResponseWriter, r *http.Request, status int, kind string, data []byte) error {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return nil
	}
	// A reader who does not take it is left: the answer is in memory so long.
	c := http.NewResponseController(w)
	last := time.Now().Add(writeTime)
	for block := range slices.Chunk(data, blockSize) {
		if soon := time.Now().Add(blockTime); soon.Before(last) {
			_ = c.SetWriteDeadline(soon)
		} else {
			_ = c.SetWriteDeadline(last)
		}
		if _, err := w.Write(block); err != nil {
			return nil // the reader has gone away
		}
	}
	return nil
}

// written gives what f writes.
func written(f func(io.Writer) error) ([]byte, error) {
	var b bytes.Buffer
	err := f(&b)
	return b.Bytes(), err
}
