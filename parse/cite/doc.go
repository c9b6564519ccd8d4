// Package cite finds the laws and plans that a document cites, with title,
// number or decisions and pinpoints; follows later mentions (戦略, 同法, 同計画)
// to the work they mean; and reads the definitions that introduce
// abbreviations.
//
//	tree ─ texts ─ numbers and decisions ─ where the title begins ─ works
//	                                     └ definitions ─ later mentions
//
// A candidate starts from what is certain, the number or the decision in its
// parentheses, and looks left for the beginning of the title. What cannot be
// told is listed as unresolved with the reason and never guessed.
package cite
