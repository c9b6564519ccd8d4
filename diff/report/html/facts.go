package html

import "slices"

// A fact is one line of what is known of both documents.
type fact struct {
	Name  string
	Cells []factCell
}

// A factCell names its side, for narrow screens.
type factCell struct{ Name, Value string }

// Facts sets what is known of both documents side by side.
func (p *page) Facts() []fact {
	var out []fact
	for k, s := range p.Sides {
		for _, x := range p.Edition(s).Facts {
			i := slices.IndexFunc(out, func(f fact) bool { return f.Name == x.Name })
			if i < 0 {
				f := fact{Name: x.Name}
				for _, other := range p.Sides {
					f.Cells = append(f.Cells, factCell{Name: p.SideName(other)})
				}
				i, out = len(out), append(out, f)
			}
			out[i].Cells[k].Value = x.Value
		}
	}
	return out
}
