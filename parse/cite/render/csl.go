package render

import (
	"fmt"
	"io"
	"strings"

	"shinkyu/parse/cite"
	"shinkyu/parse/render/encode"
)

// CSL writes the works as CSL-JSON, which Zotero and its kin import: laws as
// legislation, plans as reports by the body that decided on them. The form is
// that of the Citation Style Language 1.0.2, so there is no schema field.
func CSL(w io.Writer, x *cite.Index) error {
	items := make([]cslItem, 0, len(x.Works))
	for _, k := range x.Works {
		items = append(items, cslOf(k))
	}
	return encode.JSON(w, items)
}

type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Short     string    `json:"title-short,omitempty"`
	Number    string    `json:"number,omitempty"`
	Version   string    `json:"version,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Genre     string    `json:"genre,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language"`
	Note      string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

func cslOf(k *cite.Work) cslItem {
	item := cslItem{ID: k.ID, Title: k.Title, Number: k.Number, Version: k.Version, Language: "ja"}
	if len(k.Aliases) > 0 {
		item.Short = k.Aliases[0]
	}
	if len(k.Links) > 0 {
		item.URL = k.Links[0]
	}
	if k.Kind == cite.Law {
		item.Type = "legislation"
		if y := yearOf(k); y > 0 {
			item.Issued = &cslDate{[][]int{{y}}}
		}
		return item
	}
	item.Type = "report"
	var notes []string
	for _, e := range k.Events {
		notes = append(notes, decision(e))
	}
	item.Note = strings.Join(notes, "、")
	date, body, act := lastDecision(k)
	if body != "" {
		item.Author, item.Publisher = []cslName{{body}}, body
	}
	item.Genre = body + act
	if p := dateParts(date); len(p) > 0 {
		item.Issued = &cslDate{[][]int{p}}
	}
	return item
}

// dateParts gives year, month and day of an EDTF date, as far as known; of an
// interval those of its beginning.
func dateParts(edtf string) []int {
	start, _, _ := strings.Cut(edtf, "/")
	var out []int
	for part := range strings.SplitSeq(start, "-") {
		var n int
		if _, err := fmt.Sscanf(part, "%d", &n); err != nil || strings.ContainsAny(part, "Xu") {
			break
		}
		out = append(out, n)
	}
	return out
}
