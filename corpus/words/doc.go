// Package words cuts text into the words that a corpus is searched by and the
// terms that it counts.
//
//	「ＩｏＴ機器を導入した。」
//	   widths    「IoT機器を導入した。」
//	   kagome     IoT 機器 を 導入 し た
//	   words      iot 機器 を 導入 する た     found by any inflection
//	   terms      IoT機器 導入
//
// A word is kagome's, in its dictionary form, with widths and kana folded:
// ｻｲﾊﾞｰ, サイバー and さいばー are one. Signs are no words, so that a phrase
// goes over the commas and middle dots that stand in it.
package words
