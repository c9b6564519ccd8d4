// Package parse turns a [source.Source] into a [Document]: the section tree of
// a Japanese policy text with the source span of every part, its metadata, the
// page furniture set aside, and diagnostics for what stays in doubt.
//
//	bytes ─ source ─ lines ─ reflow ─ paragraphs ─ parse ─ tree
//
// Start with [Parse]. Every character of the source other than white space is
// in exactly one place of the result: [Document.Front], [Document.Content] or
// [Document.Furniture].
package parse
