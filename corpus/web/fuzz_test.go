package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse/render/lang"
)

// FuzzAddress holds that any address has a clean answer: a known status, the
// headers, and nothing of the address as markup.
func FuzzAddress(f *testing.F) {
	folder := f.TempDir()
	put(f, folder, "a.txt", hostile)
	put(f, folder, "b.txt", strings.ReplaceAll(hostile, "令和６年", "令和７年"))
	s := New(open(f, folder), Options{})
	for _, a := range []string{
		"/", "/series?name=x", "/documents/d1", "/compare?old=d1&new=d2&first=old", "/change?old=d1&new=d2",
		"/ledger?series=x&drafts=1", "/works?title=%E6%B3%95&kind=law&page=2", "/work?id=x&in=d1&at=9", "/search?q=%22%3Cscript%3E",
		"/search?q=(a+OR+b)+NOT+title:c*+year:2018..", "/download/compare.docx?old=d1&new=d2", "/download/original.bin?document=d1",
		"/static/viewer.css?v=1", "/../x", "/%2e%2e/%00", "/?lang=ja", "/search?q=%ff&page=-1", "/documents/d1@2",
	} {
		f.Add(a)
	}
	known := []int{200, 202, 400, 404, 414}
	f.Fuzz(func(t *testing.T, address string) {
		u, err := url.ParseRequestURI(address)
		if err != nil || u.Host != "" || u.Scheme != "" {
			t.Skip()
		}
		r := &http.Request{Method: http.MethodGet, URL: u, RequestURI: address, Host: "localhost", Header: http.Header{}, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r.WithContext(t.Context()))
		if !slices.Contains(known, w.Code) {
			t.Errorf("%d for %q: %s", w.Code, address, w.Body)
		}
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("no policy for %q", address)
		}
		if body := w.Body.String(); strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && w.Header().Get("Content-Disposition") == "" && strings.Contains(body, "<script>") {
			t.Errorf("markup for %q", address)
		}
	})
}

// FuzzPreferred holds that any Accept-Language gives one of the languages.
func FuzzPreferred(f *testing.F) {
	f.Add("ja,en;q=0.8")
	f.Add(";;q=,,ja;q=NaN")
	f.Fuzz(func(t *testing.T, header string) {
		if l := preferred(header, lang.English); l != lang.English && l != lang.Japanese {
			t.Errorf("%q gives %q", header, l)
		}
	})
}
