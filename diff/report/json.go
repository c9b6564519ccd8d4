package report

import (
	"io"

	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	citerender "shinkyu/parse/cite/render"
	"shinkyu/parse/render"
	"shinkyu/parse/render/encode"
)

// Schema names the JSON form of a comparison.
const Schema = "shinkyu.comparison/1"

// JSON writes the comparison whole. It does not depend on the language.
func JSON(w io.Writer, c *diff.Comparison) error {
	out := comparisonJSON{
		Schema: Schema, Old: editionOf(c.Old), New: editionOf(c.New), Differs: c.Differs(),
		Changes: []changeJSON{}, Terms: termsJSON{termsOf(c.Terms.Gained, c.New), termsOf(c.Terms.Lost, c.Old)},
		Citations: citationsOf(c.Citations), Mechanical: []mechanicalJSON{},
		Settings: []settingJSON{}, Notices: encode.List(c.Notices),
	}
	for i := range c.Changes {
		out.Changes = append(out.Changes, changeOf(&c.Changes[i]))
	}
	for _, m := range c.Mechanical {
		out.Mechanical = append(out.Mechanical, mechanicalJSON{m.Kind, m.Count})
	}
	for _, s := range c.Settings {
		out.Settings = append(out.Settings, settingJSON{s.Name, s.Value})
	}
	return encode.JSON(w, out)
}

type comparisonJSON struct {
	Schema     string           `json:"schema"`
	Old        editionJSON      `json:"old"`
	New        editionJSON      `json:"new"`
	Differs    bool             `json:"differs"`
	Changes    []changeJSON     `json:"changes"`
	Terms      termsJSON        `json:"terms"`
	Citations  citationsJSON    `json:"citations"`
	Mechanical []mechanicalJSON `json:"mechanical"`
	Settings   []settingJSON    `json:"settings"`
	Notices    []string         `json:"notices"`
}

type editionJSON struct {
	render.Meta
	Source render.Source `json:"source"`
	Units  int           `json:"units"`
}

func editionOf(e *diff.Edition) editionJSON {
	return editionJSON{render.MetaOf(e.Doc), render.SourceOf(e.Doc), len(e.Units)}
}

type changeJSON struct {
	Status     diff.Status      `json:"status"`
	Old        []unitJSON       `json:"old"`
	New        []unitJSON       `json:"new"`
	Retitled   bool             `json:"retitled"`
	Renumbered bool             `json:"renumbered"`
	Moved      bool             `json:"moved"`
	Similarity float64          `json:"similarity"`
	Confidence parse.Confidence `json:"confidence"`
	Evidence   []evidenceJSON   `json:"evidence"`
	RunnerUp   *runnerUpJSON    `json:"runnerUp,omitempty"`
	Whole      bool             `json:"whole"`
	Edits      []editJSON       `json:"edits"`
	Commitment []commitmentJSON `json:"commitment"`
	Numbers    []numberJSON     `json:"numbers"`
	Decision   string           `json:"decision,omitempty"`
	Note       string           `json:"note,omitempty"`
}

func changeOf(c *diff.Change) changeJSON {
	out := changeJSON{
		Status: c.Status, Old: unitsOf(c.Old), New: unitsOf(c.New),
		Retitled: c.Retitled, Renumbered: c.Renumbered, Moved: c.Moved,
		Similarity: c.Similarity, Confidence: c.Confidence, Evidence: []evidenceJSON{},
		Whole: c.Whole, Edits: []editJSON{}, Commitment: []commitmentJSON{}, Numbers: []numberJSON{},
		Decision: c.Decision, Note: c.Note,
	}
	if u := c.RunnerUp; u != nil {
		out.RunnerUp = &runnerUpJSON{unitOf(u.Unit), u.Similarity}
	}
	for _, e := range c.Evidence {
		out.Evidence = append(out.Evidence, evidenceJSON{e.Signal, e.Value, encode.List(e.Detail)})
	}
	for _, e := range c.Edits {
		out.Edits = append(out.Edits, editOf(e))
	}
	for _, m := range c.Commitment {
		out.Commitment = append(out.Commitment, commitmentJSON(m))
	}
	for _, n := range c.Numbers {
		out.Numbers = append(out.Numbers, numberJSON(n))
	}
	return out
}

type unitJSON struct {
	Path   string `json:"path"`
	Marker string `json:"marker"`
	Title  string `json:"title"`
	Lines  [2]int `json:"lines"`
	Page   int    `json:"page,omitempty"`
}

func unitOf(u *unit.Unit) unitJSON {
	return unitJSON{u.Path, u.Marker, u.Title, u.Lines, u.Page}
}

func unitsOf(units []*unit.Unit) []unitJSON {
	out := make([]unitJSON, len(units))
	for i, u := range units {
		out[i] = unitOf(u)
	}
	return out
}

type evidenceJSON struct {
	Signal string   `json:"signal"`
	Value  float64  `json:"value"`
	Detail []string `json:"detail"`
}

type runnerUpJSON struct {
	unitJSON
	Similarity float64 `json:"similarity"`
}

type editJSON struct {
	Op         wording.Op         `json:"op"`
	Text       string             `json:"text"`
	NewText    *string            `json:"newText,omitempty"` // with Mechanical only; "" where the new text has nothing there
	Mechanical wording.Mechanical `json:"mechanical,omitempty"`
}

func editOf(e wording.Edit) editJSON {
	out := editJSON{Op: e.Op, Text: e.Text, Mechanical: e.Mechanical}
	if e.Mechanical != "" {
		out.NewText = &e.NewText
	}
	return out
}

type commitmentJSON struct {
	Old     string `json:"old"`
	New     string `json:"new"`
	OldVerb string `json:"oldVerb"`
	NewVerb string `json:"newVerb"`
	OldRung int    `json:"oldRung"`
	NewRung int    `json:"newRung"`
}

type numberJSON struct {
	Kind        string `json:"kind"`
	Old         string `json:"old"`
	New         string `json:"new"`
	OldSentence string `json:"oldSentence"`
	NewSentence string `json:"newSentence"`
}

type termsJSON struct {
	Gained []termJSON `json:"gained"`
	Lost   []termJSON `json:"lost"`
}

type termJSON struct {
	Term  string  `json:"term"`
	Old   int     `json:"old"`
	New   int     `json:"new"`
	Score float64 `json:"score"`
	// Areas are the paths of the units that it stands in, of the new edition
	// for a term gained and of the old one for a term lost.
	Areas   []string `json:"areas"`
	Context string   `json:"context,omitempty"`
	Line    int      `json:"line,omitempty"`
}

func termsOf(list []terms.Term, e *diff.Edition) []termJSON {
	out := make([]termJSON, len(list))
	for i, t := range list {
		areas := make([]string, 0, len(t.Units))
		for _, u := range t.Units {
			areas = append(areas, e.Units[u].Path)
		}
		out[i] = termJSON{t.Term, t.Old, t.New, t.Score, areas, t.Context, t.Line}
	}
	return out
}

type citationsJSON struct {
	Added   []citerender.Work `json:"added"`
	Dropped []citerender.Work `json:"dropped"`
	Updated []workChangeJSON  `json:"updated"`
}

type workChangeJSON struct {
	Old        citerender.Work  `json:"old"`
	New        citerender.Work  `json:"new"`
	Confidence parse.Confidence `json:"confidence,omitempty"`
	Why        string           `json:"why,omitempty"`
}

func citationsOf(c diff.Citations) citationsJSON {
	out := citationsJSON{[]citerender.Work{}, []citerender.Work{}, []workChangeJSON{}}
	for _, k := range c.Added {
		out.Added = append(out.Added, citerender.WorkOf(k))
	}
	for _, k := range c.Dropped {
		out.Dropped = append(out.Dropped, citerender.WorkOf(k))
	}
	for _, u := range c.Updated {
		out.Updated = append(out.Updated, workChangeJSON{citerender.WorkOf(u.Old), citerender.WorkOf(u.New), u.Confidence, u.Why})
	}
	return out
}

type mechanicalJSON struct {
	Kind  wording.Mechanical `json:"kind"`
	Count int                `json:"count"`
}

type settingJSON struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
