// Package html writes a comparison as one HTML file that needs nothing else:
// no network, no other file. It holds the summary, the table of areas with its
// filters, the 新旧対照表, and the tables of terms, citations and settings.
//
// The page is whole without its script, which only adds filters, folding and
// stepping from change to change. It prints on A4 landscape with the heads
// repeated, in what the filters leave. Below 48 em the sides of a row stand one
// under the other.
//
// Document text comes into the page through html/template alone, which escapes
// it by where it stands. Should anything slip through, the page's content
// security policy lets no script and no style run but the two embedded here,
// named by their SHA-256, and nothing load at all.
package html
