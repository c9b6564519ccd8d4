// Package terms tells which terms came in and which went out between two
// editions.
//
// A term is a compound noun or a name (能力構築支援, SBOM), and every part of one
// that can stand for a subject by itself. Terms are ranked by the z score of
// their log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi
// and Quinn, "Fightin' Words", 2008), the prior being both editions together:
// a term that is frequent in one and rare in the other scores high, a term
// that is rare in both does not, however its counts compare. Counts are always
// given beside the score.
//
// Only text that differs between the editions is cut into words, and such of
// the rest as holds a candidate: text that both have gains and loses nothing.
package terms
