package cite

import (
	"strings"
	"unicode/utf8"
)

// leadIn gives the end of what leads in to a title inside the noun run ws[k:j],
// as amendments do: …のうち同表電子署名に係る…. It is k where nothing does.
func leadIn(ws []word, k, j int) int {
	for m := j - 1; m > k; m-- {
		if w := ws[m-1].Surface; w == "うち" || m > k+1 && ws[m-2].Surface == "同" && (w == "表" || w == "別表") {
			return m
		}
	}
	return k
}

// foreign reports whether the noun run ws[k:j] belongs to the sentence around
// the title and not to it.
func (r *reader) foreign(k, j int) bool {
	if r.genre == ofPhrase {
		return j-k == 1 && r.ws[k].Sub == "副詞可能" && j < len(r.ws) && r.ws[j].class == cNo && isTemporal(r.ws[k].Surface)
	}
	s := text(r.ws, k, j)
	if r.local && r.localNoun(s, k, j) {
		return false
	}
	if endsPinpoint(s) && !r.inTreaty(s, j) || j < len(r.ws) && r.ws[j].class == cNo && endsDate(r.ws[k:j]) {
		return true
	}
	if s == "こと" && j < len(r.ws) && r.ws[j].class == cRel {
		return false
	}
	switch s {
	case "予定", "前回", "次期", "最新", "直近", "一連", "既存", "各々", "以下", "前", "廃止前", "施行前", "施行後", "現行", "現在", "当時",
		"従来", "うち", "場合", "際", "もの", "こと", "とおり", "ところ", "規定", "後", "今後", "今回", "条", "項", "号", "左", "右":
		return true
	}
	return strings.HasSuffix(s, "改正後") || strings.HasSuffix(s, "改正前")
}

// inTreaty reports whether the noun run s that ends at j is a place in a treaty
// that the title of a law names: …安全保障条約第六条に基づく施設及び区域….
func (r *reader) inTreaty(s string, j int) bool {
	return r.genre == ofLaw && (strings.Contains(s, "条約第") || strings.Contains(s, "協定第")) &&
		j+1 < len(r.ws) && r.ws[j].Surface == "に" && r.ws[j+1].Base == "基づく"
}

// endsDate reports whether a noun run ends like a date or year.
func endsDate(run []word) bool {
	n := len(run)
	if n < 2 || run[n-2].Sub != "数" && !isNumeral(runeBefore(run[n-2].Surface, len(run[n-2].Surface))) {
		return false
	}
	switch run[n-1].Surface {
	case "年", "月", "日", "年度":
		return true
	}
	return false
}

// isTemporal reports whether a noun before の says when, and not what: 今後の.
func isTemporal(s string) bool {
	switch s {
	case "今後", "現在", "近年", "昨今", "従来", "将来", "最近", "当面", "今回", "昨年", "本年":
		return true
	}
	return false
}

// endsPinpoint reports whether s ends like a pinpoint: 第2条第15項, 前条, 別表.
func endsPinpoint(s string) bool {
	for _, u := range []string{"条", "項", "号"} {
		t, ok := strings.CutSuffix(s, u)
		if !ok {
			continue
		}
		q, _ := utf8.DecodeLastRuneInString(t)
		if isNumeral(q) || q == '前' || q == '同' || q == '次' || q == '各' || q == '本' {
			return true
		}
	}
	return strings.HasSuffix(s, "附則") || strings.HasSuffix(s, "別表")
}

func (r *reader) stepNo() bool {
	j := r.i - 1
	if !r.long {
		return false
	}
	if j == 0 {
		return false
	}
	switch r.ws[j-1].class {
	case cNoun:
		if r.genre != ofPhrase && r.owner(j) || r.local && r.localOwner(j) {
			return false
		}
		r.argued = r.argued || r.clause // 行政機関の保有する
		return r.take(j)
	case cCase, cTo, cRel: // からの, への, との, についての
		if r.take(j - 1) {
			return true
		}
	case cVerb, cOther, cPointer:
		if r.genre == ofPhrase {
			r.i = j - 1
			r.clause = true
			return true
		}
	}
	return false
}

// owner reports whether the noun before の at j names who made the plan or
// where it applies, which is no part of a title: 政府の, 総務省の, 我が国の.
func (r *reader) owner(j int) bool {
	k := nounRun(r.ws, j)
	s := text(r.ws, k, j)
	switch s {
	case "国":
		return r.genre == ofPlan && !strings.HasPrefix(text(r.ws, r.i, len(r.ws)), "行政機関")
	case "政府", "我が国", "わが国", "当省", "同省", "各省", "各府省", "各省庁", "府省", "自治体", "当社", "同社", "本市", "当市", "県", "市", "都", "町", "村", "区":
		return r.genre == ofPlan || k == 0 || r.ws[k-1].class == cOther
	}
	return r.genre == ofPlan && isBody(s) && (k == 0 || r.ws[k-1].class != cNo)
}

func (r *reader) stepRelative() bool {
	if !r.long {
		return false
	}
	if r.ws[r.i-1].Surface == "について" {
		return r.genre == ofPhrase && r.clause && r.take(r.i-1)
	}
	if r.genre != ofPhrase && isPointing(r.ws, r.i-1) {
		return false
	}
	j := r.i - 1
	if r.take(j) {
		r.clause = false
		return true
	}
	if r.genre == ofPhrase && j > 0 && r.ws[j-1].class == cVerb {
		r.i = j
		r.clause = true
		return true
	}
	return false
}

// isPointing reports whether the relative at k points out of the title:
// 規定による, 命令による, 第二条に係る.
func isPointing(ws []word, k int) bool {
	if k == 0 {
		return false
	}
	switch ws[k-1].Surface {
	case "規定", "定め", "これ", "それ":
		return true
	}
	return false
}
