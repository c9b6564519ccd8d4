// Package query reads what a user typed into the search box.
//
//	query   = and { "OR" and }
//	and     = not { [ "AND" ] not }
//	not     = [ "NOT" | "-" ] leaf
//	leaf    = "(" query ")" | filter | phrase | word [ "*" ]
//	phrase  = '"' text '"' | "「" text "」"
//	filter  = "title:" ( phrase | word ) | "series:" ( phrase | word ) | "year:" years
//	years   = year | year ".." | ".." year | year ".." year
//
// Brackets, quotes, colons and spaces may be of full width. AND, OR and NOT are
// operators in capitals only. A word that kagome cuts into several is looked
// for as a phrase.
//
// Text of the user never reaches the database as anything but quoted words:
// [Query.Match] builds the expression from folded words, in which no sign is
// left that SQLite's full-text index could take for syntax.
package query
