package cite

// formerLaw gives the beginning of a phrase that names a law, with what says in
// which version: この法律による改正後の…, 第一条の規定による改正前の…. It reports
// false where the phrase names no law.
func formerLaw(ws []word) (int, bool) {
	k := nounRun(ws, len(ws))
	if k == len(ws) || !endsLawTitle(text(ws, k, len(ws))) && !isGenericHead(text(ws, k, len(ws))) {
		return 0, false
	}
	i := phraseStart(ws, ofLaw)
	if i >= len(ws) || isGenericHead(text(ws, i, len(ws))) {
		return 0, false
	}
	if j := stillInForce(ws, i); j < i {
		return j, true
	}
	if i < 2 || ws[i-1].class != cNo || !isVersionWord(text(ws, nounRun(ws, i-1), i-1)) {
		return i, true
	}
	i = nounRun(ws, i-1)
	i = beforeVersion(ws, i)
	return stillInForce(ws, i), true
}

// stillInForce takes 同項の規定によりなおその効力を有するものとされた before i, the
// formula of transitional provisions.
func stillInForce(ws []word, i int) int {
	k := i
	for _, part := range []string{"なおその効力を有するものとされた", "なお効力を有するものとされた"} {
		for k = i; k > 0 && len(text(ws, k, i)) < len(part); k-- {
		}
		if text(ws, k, i) == part {
			break
		}
		k = i
	}
	if k == i || k < 2 || ws[k-1].Surface != "により" {
		return i
	}
	j := nounRun(ws, k-1)
	if text(ws, j, k-1) == "規定" && j > 1 && ws[j-1].class == cNo {
		return lawPlace(ws, j-1)
	}
	return i
}

// lawPlace gives the beginning of a place in a law that ends at end, with the
// title of the law where that stands right before it.
func lawPlace(ws []word, end int) int {
	k := nounRun(ws, end)
	if ws[k].Surface == "うち" { // 給付のうち…法第二条の規定による: the title begins behind it
		for k < end-1 && ws[k].Surface == "うち" {
			k++
		}
		return k
	}
	for j := k + 1; j < end; j++ {
		if (ws[j].Surface == "第" || ws[j].Surface == "附則") && isGenericHead(text(ws, k, j)) {
			if i := phraseStart(ws[:j], ofLaw); i < k {
				return i
			}
		}
	}
	return k
}

// isVersionWord reports whether s says which version of a law is meant.
func isVersionWord(s string) bool {
	return s == "改正前" || s == "改正後" || s == "廃止前" || s == "施行前"
}

// beforeVersion takes …の規定による and この法律による before 改正前.
func beforeVersion(ws []word, i int) int {
	if i < 2 || ws[i-1].Surface != "による" {
		return i
	}
	k := nounRun(ws, i-1)
	if k == i-1 {
		return i
	}
	if text(ws, k, i-1) == "規定" && k > 1 && ws[k-1].class == cNo {
		k = lawPlace(ws, k-1)
	}
	if k > 0 && ws[k-1].class == cPointer {
		k--
	}
	return k
}

// amended gives where の一部を改正する法律 begins at the end of ws, 0 where it does
// not stand there.
func amended(ws []word) int {
	for k := len(ws) - 1; k > 0 && k > len(ws)-12; k-- {
		if ws[k].Surface == "一部" && ws[k-1].class == cNo && k+2 < len(ws) && ws[k+1].Surface == "を" && ws[k+2].Surface == "改正" {
			return k - 1
		}
	}
	return 0
}

// amendedStart gives the beginning of the title of an amending law: that of the
// law amended, or of the first of several (A法及びB法の一部を改正する法律).
func amendedStart(ws []word, k int) int {
	end := k
	for end > 1 && ws[end-1].Surface == "等" {
		end--
	}
	i := phraseStart(ws[:end], ofLaw)
	for i > 1 && (ws[i-1].class == cAnd || ws[i-1].class == cComma) {
		j := nounRun(ws, i-1)
		if j == i-1 || !endsLawTitle(text(ws, j, i-1)) {
			break
		}
		i = phraseStart(ws[:i-1], ofLaw)
	}
	return i
}
