// Package diff compares two editions of a document: which areas were added,
// dropped, reworded, split or merged, which terms and citations came and went,
// and what differs only mechanically.
package diff
