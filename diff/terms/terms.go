package terms

// A Result is the terms that came in and went out, most telling first.
type Result struct {
	Gained, Lost []Term
}

// A Term is a compound or name with its counts in both editions.
type Term struct {
	Term     string
	Old, New int     // occurrences
	Score    float64 // z of the log-odds ratio with an informative prior; positive where gained
	Units    []int   // indices of the units that it stands in, of the edition that has more of it
	Context  string  // a line of text around one occurrence
	Line     int     // 1-based, of that occurrence
}
