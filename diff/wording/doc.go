// Package wording tells what was done to the words of a text between two
// editions. It is the only door to go-diff.
//
//	text ─ sentences ─ pairs of sentences ─ words ─ edit script ─ clean-up ─ edits
//	                          │                                     └ mechanical
//	                          └ commitment, numbers
//
// A text is cut into sentences; the sentences of both sides are paired in
// order, by the words that they share; only inside a pair are words compared.
// So a rewritten sentence cannot borrow a particle from its neighbour. Words
// are compared by a key in which width, spacing, numeral style, kana spelling
// and the edition's own fiscal year make no difference: what agrees in its key
// is equal, and carries both forms where the surfaces differ.
//
// The edit script of go-diff is as short as can be, which is not the same as
// readable. The clean-up gives up islands of equal words that say nothing
// between two changes, and keeps compounds, brackets and quotations whole.
// Where two texts share little, a word-level script is confetti, and
// [Result.Whole] says that old and new are best read one after the other.
//
// Every result is the same whichever side is called old: the script is made in
// one fixed direction and turned round.
package wording
