// Package index is the full-text index of a corpus: which words stand in which
// units, where, and how much a unit is about them.
//
// # What is in it
//
// A unit is what a search finds, a section with a heading of its own; units
// have numbers. An [Entry] holds all postings of one word: the units in which
// it stands, how often in heading and text, and its positions there.
//
//	Builder ─ entries of one document ─┐
//	Builder ─ entries of one document ─┴ Merge ─ Packer ─ blocks ─ a segment
//
// A segment is what one transaction wrote, sorted by word and packed into
// blocks of some kilobytes. The units of a segment all come behind those of the
// one before it, so that segments are merged by joining lists, without reading
// them. Where postings are kept is nothing to this package; a search takes them
// from a [Source].
//
// The empty word stands in every unit; its frequency is the unit's length in
// words. A word that begins with U+0001 is a facet, such as the year of the
// document: it has no positions and does not count.
//
// # How hits are ranked
//
// By BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25
// and Beyond, 2009) with its usual constants k1 = 1.2 and b = 0.75:
//
//	score = Σ ln(1 + (N - n + ½)/(n + ½)) · f·(k1+1) / (f + k1·(1 - b + b·length/150))
//
// over the phrases of the query that count, where N is the number of units, n
// the number of those that hold the phrase, f how often the unit does, an
// occurrence in the heading taken four times, and length the words of the unit.
// The length is held against a fixed usual one, so that a unit's score does not
// hang on the length of others. Every unit that matches is scored; equal scores
// stand in the order of the units. What was removed counts for nothing, and how
// the index is cut into segments changes no score.
package index
