// Package web shows a corpus to a browser: series and their editions, each
// document as its tree, two editions as 新旧対照表, the ledger of a series,
// the works that are cited, and search.
//
//	request ─ guard ─ page or download ─ kept results ─ corpus
//
// Every view is a page of its own with an address that can be sent, made on
// the server and whole without a script. [New] gives the handler and [Serve]
// runs it until its context ends.
//
// The corpus is only read. What takes long to make (comparisons, ledgers, the
// index of works) is kept in memory, as much as a limit allows, by the
// checksums of the documents that it was made of; so a document that changes
// is shown as it is now.
//
// # What it lets through
//
// GET and HEAD without a body, under a name that is known to mean this
// machine: a page from elsewhere cannot reach the viewer by giving this
// machine another name. Answers may load nothing but the style and the script
// of the viewer, and no other site may frame or read them. Document text comes
// into a page through html/template alone, with invisible characters shown as
// signs.
package web
