package web

import (
	"net"
	"net/http"
	"net/netip"
	"path"
	"slices"
	"strings"
)

// policy lets a page load nothing but the style and the script that are served
// beside it.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// maxTarget is the longest address that is answered, in bytes.
const maxTarget = 8 << 10

// guard answers what is to be refused, and sets the headers of all answers.
func (s *Site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-cache")
		h.Add("Vary", "Accept-Language")
		if status, say := s.refuse(r); status != 0 {
			if status == http.StatusMethodNotAllowed {
				h.Set("Allow", "GET, HEAD")
			}
			s.fail(w, r, status, say)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuse gives the status of a request that is not answered, 0 for one that
// is.
func (s *Site) refuse(r *http.Request) (status int, say string) {
	switch {
	case !s.knows(r.Host):
		return http.StatusMisdirectedRequest, "wrongHost"
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "wrongMethod"
	case r.ContentLength != 0 || len(r.TransferEncoding) > 0:
		return http.StatusRequestEntityTooLarge, "noBody"
	case len(r.RequestURI) > maxTarget:
		return http.StatusRequestURITooLong, "tooLong"
	case elsewhere(r):
		return http.StatusForbidden, "elsewhere"
	case !clean(r.URL.Path):
		return http.StatusNotFound, "noPage"
	}
	return 0, ""
}

// knows reports whether a host is this machine: a name of the loopback, one
// that the user gave, or, where the viewer listens for others too, any address
// in numbers. A page from elsewhere that points its own name at this machine
// is refused by that.
func (s *Site) knows(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if name == "localhost" || slices.Contains(s.opt.Hosts, name) {
		return true
	}
	addr, err := netip.ParseAddr(name)
	return err == nil && (addr.IsLoopback() || s.opt.Open)
}

// elsewhere reports whether another site's page makes the request, other than
// by a link that the reader followed. Browsers say so.
func elsewhere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
	}
	return false
}

// clean reports whether a path is written in its shortest form and has nothing
// in it that no address of the viewer has.
func clean(p string) bool {
	if strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }) {
		return false
	}
	return strings.HasPrefix(p, "/") && path.Clean(p) == p
}
