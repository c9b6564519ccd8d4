package web

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net/http"

	"shinkyu/corpus/report"
	"shinkyu/diff/report/html"
)

//go:embed static/viewer.css
var viewerStyle string

//go:embed static/icon.svg
var icon string

// An asset is a file that pages load.
type asset struct {
	kind, text string
	tag        string // changes with the text
}

// assets are the style and the script of comparisons, which are those of the
// HTML report, and what the viewer adds.
var assets = map[string]asset{
	"report.css": newAsset("text/css; charset=utf-8", html.Style),
	"report.js":  newAsset("text/javascript; charset=utf-8", html.Script),
	"viewer.css": newAsset("text/css; charset=utf-8", report.LedgerStyle+viewerStyle),
	"icon.svg":   newAsset("image/svg+xml", icon),
}

func newAsset(kind, text string) asset {
	sum := sha256.Sum256([]byte(text))
	return asset{kind, text, hex.EncodeToString(sum[:6])}
}

// static sends an asset. Its address changes with it, so browsers may keep it.
func (s *Site) static(w http.ResponseWriter, r *http.Request) {
	a, ok := assets[r.PathValue("file")]
	if !ok {
		s.fail(w, r, http.StatusNotFound, "noPage")
		return
	}
	if r.URL.Query().Get("v") == a.tag {
		w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	}
	_ = send(w, r, http.StatusOK, a.kind, []byte(a.text))
}
