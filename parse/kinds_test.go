package parse_test

import (
	"strings"
	"testing"
)

// TestManyKinds: a text with more kinds of marker than the search tells apart
// loses nothing; the kinds that come too late for it open no section.
func TestManyKinds(t *testing.T) {
	marks := strings.Fields(`1 1. (1) 1) 【1】 1.1 1.1.1 1.1.1.1 ① ❶ ア ア． ア） （ア） a a. a） (a) A. A） (A) Ⅰ Ⅰ． Ⅰ） （Ⅰ） ⅰ ⅰ． ⅰ） （ⅰ） 一 一、 一） （一）
		第1 第1部 第1編 第1章 第1節 第1款 第1目 第1条 第1項 第1号 問1 答1 ■ ◆ ● ★ ▼ ▲ □ ◇ ◎ ☆ ▽ △ ○ ・ ➢ ✓ → ⇒
		基本目標1 基本方針1 基本施策1 重点目標1 重点施策1 政策1 施策1 取組1 目標1 方針1 戦略1 視点1 柱1 論点1 別紙1 別添1 様式1 資料1 附則 別記 別図 別冊1`)
	var b strings.Builder
	b.WriteString("地域振興計画\n\n市は、次のとおり計画を定め、その推進に当たっては、市民及び関係する団体の意見を聴くものとする。\n")
	for _, m := range marks {
		b.WriteString(m + "　施策の内容\n市は、この施策を、計画の期間の内に行うものとする。\n")
	}
	d := parseText(t, "kinds", b.String())
	checkLaws(t, d)
	out := outline(d)
	if !strings.Contains(out, "第1章 施策の内容") || strings.Contains(out, "別冊1 別冊1 施策の内容") {
		t.Errorf("kinds are told apart otherwise:\n%s", out)
	}
}
