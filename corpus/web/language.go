package web

import (
	"net/http"
	"strconv"
	"strings"

	"shinkyu/parse/render/lang"
)

// language gives the language of an answer: the one that the address names, or
// the one that the browser prefers, or fallback.
func language(r *http.Request, fallback lang.Lang) (l lang.Lang, named bool) {
	if l, err := lang.Parse(r.URL.Query().Get("lang")); err == nil {
		return l, true
	}
	return preferred(r.Header.Get("Accept-Language"), fallback), false
}

// preferred reads Accept-Language (RFC 9110, 12.5.4): the language with the
// highest weight, the first of several.
func preferred(header string, fallback lang.Lang) lang.Lang {
	best, most := fallback, 0.0
	for part := range strings.SplitSeq(header, ",") {
		tag, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
		l, err := lang.Parse(strings.TrimSpace(primary))
		if err != nil {
			continue
		}
		weight := 1.0
		if q, found := strings.CutPrefix(strings.TrimSpace(params), "q="); found {
			if weight, err = strconv.ParseFloat(q, 64); err != nil {
				continue
			}
		}
		if weight > most {
			best, most = l, weight
		}
	}
	return best
}
