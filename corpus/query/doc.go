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
// [Query.Match] puts the query into folded words, as the index has them.
package query
