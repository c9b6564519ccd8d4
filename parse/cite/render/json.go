package render

import (
	"io"

	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/render/encode"
)

// CitationsSchema names the JSON form of a citation index.
const CitationsSchema = "shinkyu.citations/1"

// JSON writes the index.
func JSON(w io.Writer, x *cite.Index, opt Options) error {
	out := citationsJSON{
		Schema: CitationsSchema, Works: []Work{}, Definitions: []definitionJSON{},
		References: []referenceJSON{}, Unresolved: []unresolvedJSON{},
	}
	for _, k := range x.Works {
		work := WorkOf(k)
		for i := range k.Mentions {
			work.Mentions[i].Context = opt.context(k.Mentions[i].Place)
		}
		out.Works = append(out.Works, work)
	}
	for _, d := range x.Definitions {
		out.Definitions = append(out.Definitions, definitionOf(d))
	}
	for _, r := range x.References {
		out.References = append(out.References, referenceJSON{placeOf(r.Place), r.Text, r.Target})
	}
	for _, u := range x.Unresolved {
		out.Unresolved = append(out.Unresolved, unresolvedJSON{placeOf(u.Place), u.Text, u.Why})
	}
	return encode.JSON(w, out)
}

type citationsJSON struct {
	Schema      string           `json:"schema"`
	Works       []Work           `json:"works"`
	Definitions []definitionJSON `json:"definitions"`
	References  []referenceJSON  `json:"references"`
	Unresolved  []unresolvedJSON `json:"unresolved"`
}

// A Work is the JSON form of a law or plan.
type Work struct {
	ID                 string           `json:"id"`
	Kind               cite.Kind        `json:"kind"`
	Title              string           `json:"title"`
	Titles             []string         `json:"titles"`
	Number             string           `json:"number,omitempty"`
	LawID              string           `json:"lawId,omitempty"`
	Version            string           `json:"version,omitempty"`
	Events             []Event          `json:"events"`
	Aliases            []string         `json:"aliases"`
	Links              []string         `json:"links"`
	Succeeds           string           `json:"succeeds,omitempty"`
	SucceedsConfidence parse.Confidence `json:"succeedsConfidence,omitempty"`
	SucceedsWhy        string           `json:"succeedsWhy,omitempty"`
	Mentions           []Mention        `json:"mentions"`
}

// An Event is the JSON form of a decision on a plan.
type Event struct {
	Date string `json:"date"` // EDTF
	Text string `json:"text,omitempty"`
	Body string `json:"body,omitempty"`
	Act  string `json:"act,omitempty"`
}

// A Mention is the JSON form of one place where a work is named.
type Mention struct {
	place
	Text      string    `json:"text"`
	Form      cite.Form `json:"form"`
	Pinpoint  string    `json:"pinpoint,omitempty"`
	Pinpoints []string  `json:"pinpoints"` // lists and ranges written out
	Context   string    `json:"context,omitempty"`
}

type place struct {
	Doc   string `json:"doc"`
	Path  string `json:"path"`
	Lines [2]int `json:"lines"`
	Page  int    `json:"page,omitempty"`
}

func placeOf(p cite.Place) place { return place{p.Doc, p.Path, p.Lines, p.Page} }

// WorkOf gives the JSON form of a work.
func WorkOf(k *cite.Work) Work {
	out := Work{
		ID: k.ID, Kind: k.Kind, Title: k.Title, Titles: encode.List(k.Titles), Number: k.Number,
		LawID: k.LawID, Version: k.Version, Events: []Event{}, Aliases: encode.List(k.Aliases),
		Links: encode.List(k.Links), Mentions: []Mention{},
	}
	if k.Succeeds != nil {
		out.Succeeds, out.SucceedsConfidence, out.SucceedsWhy = k.Succeeds.ID, k.SucceedsConfidence, k.SucceedsWhy
	}
	for _, e := range k.Events {
		out.Events = append(out.Events, Event{e.Date.EDTF, e.Date.Text, e.Body, e.Act})
	}
	for _, m := range k.Mentions {
		out.Mentions = append(out.Mentions, Mention{
			place: placeOf(m.Place), Text: m.Text, Form: m.Form,
			Pinpoint: m.Pinpoint, Pinpoints: encode.List(m.Pinpoints),
		})
	}
	return out
}

type definitionJSON struct {
	Doc   string `json:"doc"`
	Alias string `json:"alias"`
	For   string `json:"for"`
	Via   string `json:"via,omitempty"`
	Scope string `json:"scope,omitempty"`
	Work  string `json:"work,omitempty"`
	Path  string `json:"path"`
	Lines [2]int `json:"lines"`
	Page  int    `json:"page,omitempty"`
}

func definitionOf(d cite.Definition) definitionJSON {
	out := definitionJSON{d.Doc, d.Alias, d.For, d.Via, d.Scope, "", d.Path, d.Lines, d.Page}
	if d.Work != nil {
		out.Work = d.Work.ID
	}
	return out
}

type referenceJSON struct {
	place
	Text   string `json:"text"`
	Target string `json:"target"`
}

type unresolvedJSON struct {
	place
	Text string `json:"text"`
	Why  string `json:"why"`
}
