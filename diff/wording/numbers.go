package wording

// A NumberChange is an amount, target or deadline that changed in a sentence.
type NumberChange struct {
	Kind        string // amount, ratio, deadline, date, count
	Old, New    string // as written
	OldSentence string
	NewSentence string
}
