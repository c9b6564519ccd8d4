package cite

import (
	"strings"
	"testing"
)

// TestEvents reads what parentheses behind a plan say of it: DATE BODY ACT, a
// semicolon between events.
func TestEvents(t *testing.T) {
	for in, want := range map[string]string{
		"令和2年6月3日管理基準運営委員会決定、令和5年10月2日最終改定": "2020-06-03 管理基準運営委員会 決定; 2023-10-02  最終改定",
		"平成27年9月4日付け27総行第120号総務省自治行政局長通知":   "2015-09-04 総務省自治行政局長 通知",
		"令和4年12月16日国家安全保障会議決定及び閣議決定":        "2022-12-16 国家安全保障会議 決定; 2022-12-16 閣議 決定",
		"H30.6.15閣議決定":    "2018-06-15 閣議 決定",
		"閣議決定（令和3年6月18日）": "2021-06-18 閣議 決定",
		"平成12年10月推進本部決定、平成14年6月改訂、平成17年6月一部改訂": "2000-10 推進本部 決定; 2002-06  改訂; 2005-06  一部改訂",
	} {
		ix := findText(t, "「情報施設整備計画」（"+in+"）による。")
		if len(ix.Works) != 1 {
			t.Errorf("%s: %+v", in, ix.Works)
			continue
		}
		var got []string
		for _, e := range ix.Works[0].Events {
			got = append(got, e.Date.EDTF+" "+e.Body+" "+e.Act)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: got %s, want %s", in, s, want)
		}
	}
}
