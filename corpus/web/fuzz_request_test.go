package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus/generate"
)

// FuzzRequest holds that whatever a client asks for, by whatever method, of
// whatever host and with whatever headers, it gets a known status, and nothing
// but a refusal where the host is not this machine.
func FuzzRequest(f *testing.F) {
	folder := f.TempDir()
	put(f, folder, "a.txt", generate.Document(1, 2023, 500))
	put(f, folder, "b.txt", generate.Document(1, 2024, 500))
	s := New(open(f, folder), Options{})
	f.Add("GET", "/documents/d1", "localhost:8080", "Sec-Fetch-Site", "cross-site", int64(0))
	f.Add("POST", "/", "127.0.0.1", "Content-Type", "text/html", int64(9))
	f.Add("HEAD", "/search?q=a", "[::1]:1", "If-None-Match", "*", int64(-1))
	f.Add("TRACE", "/../../etc/passwd", "evil.example", "Range", "bytes=0-1,5-", int64(0))
	f.Add("GET", "//evil.example/%2f..", "localhost.", "Accept-Language", "ja;q=1e309", int64(0))
	f.Add("OPTIONS", "/ledger?series=%00", "127.0.0.1.evil.example", "Cookie", "lang=\"", int64(1<<40))
	known := []int{200, 206, 303, 304, 400, 403, 404, 405, 413, 414, 416, 421}
	f.Fuzz(func(t *testing.T, method, address, host, key, value string, size int64) {
		u, err := url.ParseRequestURI(address)
		if err != nil || u.Scheme != "" || method == "" {
			t.Skip()
		}
		r := &http.Request{
			Method: method, URL: u, RequestURI: address, Host: host, Header: http.Header{http.CanonicalHeaderKey(key): {value}},
			Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, ContentLength: size, Body: http.NoBody,
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r.WithContext(t.Context()))
		switch {
		case !slices.Contains(known, w.Code):
			t.Errorf("%d for %s %q of %q: %s", w.Code, method, address, host, w.Body)
		case !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") || w.Header().Get("X-Content-Type-Options") != "nosniff":
			t.Errorf("headers %v", w.Header())
		case w.Code < 400 && (method != http.MethodGet && method != http.MethodHead || !s.knows(host)):
			t.Errorf("%d for %s of %q", w.Code, method, host)
		case strings.ContainsAny(w.Header().Get("Location"), "\r\n\\") || strings.HasPrefix(w.Header().Get("Location"), "//"):
			t.Errorf("leads to %q", w.Header().Get("Location"))
		}
	})
}
