// Package era reads the dates, years, fiscal years, ranges and deadlines of
// Japanese text, in both calendars and every style of numeral, and gives them
// as EDTF (ISO 8601-2).
//
//	text ─ numbers ─ points (a year, month or day) ─ ranges and deadlines ─ EDTF
//
// Start with [Scan] for a running text, [Number] for one numeral, and
// [Resolve] to give 昨年12月 or 本年 the date of their document.
//
// # Grammar
//
// White space (line breaks too) may stand between any two signs, so that
// 令 和 元 年 ５ 月 ２ ３ 日 is a date. NUM is written with half-width,
// full-width or kanji digits (digit by digit, 二〇二〇, or by place, 二千二十).
//
//	expr     = range | deadline | point [ "末" ] | list | relative
//	range    = point link point           平成28年度から平成32年度, 令和5年7月～9月, 令和6年4月から翌年3月
//	         | NUM "～" NUM ("年"|"年度")   2018～2020年度, 令和元～3年度
//	         | year NUM "～" NUM "月" [NUM "～" NUM "日"]   2025年1～3月
//	         | short link short | era NUM "年代"            R5.4.1～R6.3.31, 昭和50年代
//	list     = point { and (NUM "年" | NUM "月" [NUM "日"]) } | era NUM { and NUM } ("年"|"年度")
//	deadline = point ["末"] ("まで"|"までに"|"を目途に"|"を期限")   令和7年度末まで
//	point    = [ "〔" ] year [ month [ day ] ] [ "〕" ] | short
//	year     = (era NUM | era "元" | ("S"|"H"|"R") NUM | ["西暦"] NUM4) [other] ("年"|"年度") [other]
//	         | "FY" NUM4 | NUM4 "FY"
//	other    = "（" year-in-the-other-calendar "）"   2020年（令和2年）, 令和2（2020）年
//	month    = NUM "月" | hole "月"
//	day      = NUM "日" | hole "日"
//	hole     = "〇" | "○" | "●" | "◯" | "■" | "X" …, once or more
//	short    = NUM4 ("/"|"."|"-") NUM … | ("M"|"T"|"S"|"H"|"R") NUM "/" NUM "/" NUM | era NUM "." NUM
//	relative = ("昨年"|"本年"|"同年"|"翌年度" …) [ month [ day ] ] | "同月" | "同日" | "今後"
//	link     = "から" | "より" | "～" | "〜" | "－" | "-" | "―" | "ー"
//	era      = "明治" | "大正" | "昭和" | "平成" | "令和" | ㍾ ㍽ ㍼ ㍻ ㋿
//
// # Values
//
// A day is 2019-05-23, a month 2019-05, a year 2019, a decade 199X. A fiscal
// year is the interval from 1 April to 31 March, and the ten years of 昭和50年代 are
// one too. What an open place of a draft
// (〔令和5年〇月〇〇日〕) leaves known is given: 2023. A deadline is the last
// day, month or year that it allows.
//
// A date that the calendar does not have (令和6年2月30日) and one outside its
// era (平成31年5月2日) are kept as written, with no EDTF and with Err; for the
// latter Counted says what the count of years, went on with, comes to. A month,
// year or fiscal year outside its era (平成32年度, as plans of before 2019 have
// it) leaves no doubt and is no error.
//
// Before 1873 the calendar was lunisolar: its months and days are no Gregorian
// ones, and only the year is given.
package era
