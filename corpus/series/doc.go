// Package series tells which documents are editions of one another, from what
// they are called.
//
//	サイバーセキュリティ関係施策に関する令和６年度予算重点化方針（案）
//	サイバーセキュリティ関係施策に関する         予算重点化方針       the series
//	                                    2024                         fiscal year
//	                                                      案         a draft
//
// A series is the documents whose titles agree once fiscal year, edition,
// version and draft marks are masked. Titles that are only near to each other
// are proposed by [Near] and never merged: that is for the user to say.
package series
