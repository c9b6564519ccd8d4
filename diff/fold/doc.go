// Package fold takes out of a text what printing put into it: width, spacing,
// the shape of dashes and radicals, the style of numerals, and the year that
// an edition is made for. What is left tells whether two texts say the same.
//
//	ＩＴ  調達（令和２年度）  ─ Text ─  IT調達(令和2年度)
//	                          ─ Mask ─  IT調達(<年度>)
//
// [Text] keeps the way back to every byte, so that what is found in the folded
// text can be shown in the words of the source; [Mask] is for counting and
// comparing only.
package fold
