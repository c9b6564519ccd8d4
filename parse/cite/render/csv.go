package render

import (
	"fmt"
	"io"

	"shinkyu/parse/cite"
	"shinkyu/parse/render/encode"
)

// CSV writes one row a mention.
func CSV(w io.Writer, x *cite.Index, opt Options) error {
	rows := [][]string{opt.heads(
		msgKind, msgName, msgNumber, msgVersion, msgDate, msgBody, msgAct, msgText, msgForm, msgPinpoint,
		msgDoc, msgPath, msgPage, msgFirst, msgLast, msgID, msgContext,
	)}
	for _, k := range x.Works {
		date, body, act := lastDecision(k)
		for _, m := range k.Mentions {
			rows = append(rows, []string{
				string(k.Kind), k.Title, k.Number, k.Version, date, body, act, m.Text, string(m.Form), m.Pinpoint,
				m.Doc, m.Path, number(m.Page), fmt.Sprint(m.Lines[0]), fmt.Sprint(m.Lines[1]), k.ID, opt.context(m.Place),
			})
		}
	}
	return encode.CSV(w, rows, opt.BOM)
}

// MatrixCSV writes works by documents: how often each cites each.
func MatrixCSV(w io.Writer, x *cite.Index, opt Options) error {
	docs := opt.docs(x)
	rows := [][]string{append(opt.heads(msgKind, msgName, msgNumber, msgVersion, msgDate), docs...)}
	for _, kind := range []cite.Kind{cite.Law, cite.Plan} {
		for _, k := range byKindAndYear(x, kind) {
			date, _, _ := lastDecision(k)
			row := []string{string(k.Kind), k.Title, k.Number, k.Version, date}
			for _, n := range perDocument(k, docs) {
				row = append(row, fmt.Sprint(n))
			}
			rows = append(rows, row)
		}
	}
	return encode.CSV(w, rows, opt.BOM)
}

func (o Options) heads(names ...text) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n.In(o.Lang)
	}
	return out
}

// lastDecision is the latest decision on a plan, its date as EDTF.
func lastDecision(k *cite.Work) (date, body, act string) {
	if len(k.Events) == 0 {
		return "", "", ""
	}
	e := k.Events[len(k.Events)-1]
	return e.Date.EDTF, e.Body, e.Act
}

// number is n in digits, empty for 0, which stands for unknown.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
