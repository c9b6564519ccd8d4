package decisions

import (
	"fmt"

	"shinkyu/diff/fold"
	"shinkyu/diff/unit"
)

// Units finds the units that the refs name. Where one of them is not found, or
// is not the only one, why says so.
func Units(refs []Ref, units []*unit.Unit) (found []*unit.Unit, why string) {
	for _, r := range refs {
		u, why := r.find(units)
		if why != "" {
			return nil, why
		}
		found = append(found, u)
	}
	return found, ""
}

func (r Ref) find(units []*unit.Unit) (*unit.Unit, string) {
	var titled []*unit.Unit
	title := fold.String(r.Title)
	for _, u := range units {
		same := r.Title == "" || fold.String(u.Title) == title
		if r.HasPath && u.Path == r.Path && same {
			return u, ""
		}
		if r.Title != "" && same {
			titled = append(titled, u)
		}
	}
	switch len(titled) {
	case 1:
		return titled[0], ""
	case 0:
		return nil, fmt.Sprintf("there is no %s", r)
	}
	return nil, fmt.Sprintf("%s stands %d times", r, len(titled))
}

// String names the unit as a reader would: 「title」 (path).
func (r Ref) String() string {
	switch {
	case r.Title == "":
		return fmt.Sprintf("unit at path %q", r.Path)
	case r.HasPath:
		return fmt.Sprintf("「%s」 (%s)", r.Title, r.Path)
	}
	return "「" + r.Title + "」"
}
