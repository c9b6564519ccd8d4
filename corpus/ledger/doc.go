// Package ledger follows the areas of a document through all its editions.
//
//	         2019   2020   2021   2022   2023
//	a1       born ─ kept ─ reworded ─────── kept
//	a2       born ─ split ┬ kept ─ dropped
//	a3                    └ merged into a1
//	a4       born ─ dropped ······ returned
//
// An area is a unit of comparison (see package unit) and what became of it.
// Each edition is compared with the next one, and the correspondences are
// chained. An area that was dropped is looked for again in every later
// edition: the edition that it last stood in is aligned as a whole with the
// one that has a new unit, so that a return is judged by the same evidence as
// any other correspondence, against all rivals.
//
// Where an area splits, it goes on in the part that has most of its text, and
// the other parts are new areas that name it; where areas merge, the one that
// gave most goes on and the others end in it.
package ledger
