package wording

// A CommitmentChange is a sentence of which the verb binds more or less than
// before.
type CommitmentChange struct {
	Old, New         string // sentences
	OldVerb, NewVerb string // 検討する, 実施する
	OldRung, NewRung int    // on the ladder; higher binds more
}
