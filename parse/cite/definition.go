package cite

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// A definition is one that a run makes, before its work is known.
type definition struct {
	alias      string
	start, end int // bytes, of the alias
	meaning    string
	via        string
	scope      string
	work       *Work
}

// How a definition is made.
const (
	viaBracket      = "bracket"      // X（以下「Y」という。）
	viaGloss        = "gloss"        // Y（Xをいう。）
	viaToha         = "toha"         // 「Y」とは、Xをいう。
	viaAbbreviation = "abbreviation" // X（Y）
)

// findDefinitions reads the definitions of a run that introduce no citation:
// those are read with it.
func (f *finder) findDefinitions(pg *page) {
	for k := range pg.pairs {
		p := &pg.pairs[k]
		if p.quote {
			f.quoteDefinition(pg, k)
			continue
		}
		if !p.legible() || pg.taken(p.open) {
			continue
		}
		f.parenDefinition(pg, k)
	}
}

// taken reports whether the bracket at i belongs to a citation, whose aliases
// were read with it.
func (pg *page) taken(i int) bool {
	f := pg.around(i)
	return f != nil && (f.titleEnd <= i || f.behind)
}

// parenDefinition reads （以下「X」という。）, X（…をいう。） and X（ABC）.
func (f *finder) parenDefinition(pg *page, k int) {
	p := pg.pairs[k]
	if aliases, _ := pg.readAliases(k); len(aliases) > 0 {
		meaning := f.phraseBefore(pg, p.open, aliases[0].name)
		for _, a := range aliases {
			pg.define(a, meaning, viaBracket)
		}
	}
	if g, ok := pg.readGloss(k); ok {
		if at, name := f.glossed(pg, p.open, g.meaning); name != "" {
			pg.defs = append(pg.defs, definition{alias: name, start: at, end: at + len(name), meaning: g.meaning, via: viaGloss, scope: g.scope})
		}
		return
	}
	f.abbreviation(pg, k)
}

// isName reports whether a quoted text is short enough for a name.
func isName(s string) bool { return s != "" && utf8.RuneCountInString(s) <= 60 }

func (pg *page) define(a alias, meaning, via string) {
	if !isName(a.name) || meaning == "" {
		return
	}
	pg.defs = append(pg.defs, definition{alias: a.name, start: a.start, end: a.end, meaning: meaning, via: via, scope: a.scope})
}

// flat is a stretch of text with its parentheses taken out, and for each byte
// of it the offset in the run.
type flat struct {
	s   string
	off []int32
}

// How far back, in bytes, a phrase is looked for, and a noun alone.
const (
	phraseReach = 2000
	nounReach   = 180
)

// flatLeft gives the sentence up to end, parentheses taken out, or the last
// bytes of it, most or a few more. It goes no further back than an opening
// bracket around end.
func (pg *page) flatLeft(end, most int) flat {
	var off []int32
	for i := end; i > 0 && len(off) < most; {
		r, w := utf8.DecodeLastRuneInString(pg.s[:i])
		if r == '。' || r == '．' && !isLatin(runeBefore(pg.s, i-w)) || r == '：' || r == '\u3000' && len(off) > 0 {
			break
		}
		if b, ok := bracketOf(r); ok {
			k, has := pg.closing(i)
			if !b.close && !pg.short(i-w) || b.close && (!has || pg.pairs[k].quote) {
				break
			}
			if b.close && !pg.short(pg.pairs[k].open) {
				i = pg.pairs[k].open
				continue
			}
		}
		for o := i - 1; o >= i-w; o-- {
			off = append(off, int32(o))
		}
		i -= w
	}
	slices.Reverse(off)
	b := make([]byte, len(off))
	for k, o := range off {
		b[k] = pg.s[o]
	}
	return flat{string(b), off}
}

// short reports whether the brackets that open at i hold a number and no more,
// as names have it: 行政職俸給表（一）.
func (pg *page) short(i int) bool {
	k, ok := pg.opening(i)
	if !ok || pg.pairs[k].close-pg.pairs[k].in > 6 {
		return false
	}
	for _, r := range pg.s[pg.pairs[k].in:pg.pairs[k].close] {
		if !isNumeral(r) {
			return false
		}
	}
	return true
}

// flatInside gives s[from:to] with the parentheses in it taken out.
func (pg *page) flatInside(from, to int) string {
	var b strings.Builder
	for i := from; i < to; {
		r, w := utf8.DecodeRuneInString(pg.s[i:])
		if br, ok := bracketOf(r); ok && !br.close && !br.quote {
			if k, has := pg.opening(i); has && pg.pairs[k].end <= to && !pg.short(i) {
				i = pg.pairs[k].end
				continue
			}
		}
		b.WriteString(pg.s[i : i+w])
		i += w
	}
	return b.String()
}

// phraseBefore gives the noun phrase that ends at the bracket at open, for
// which the alias is to stand.
func (f *finder) phraseBefore(pg *page, open int, alias string) string {
	end := backSpace(pg.s, open)
	if k, ok := pg.closing(end); ok && pg.pairs[k].quote {
		q := pg.pairs[k]
		return strings.TrimSpace(pg.s[q.in:q.close])
	}
	fl := pg.flatLeft(end, phraseReach)
	ws := f.words(fl.s)
	marks := pg.behindNames(ws, fl)
	i := thingStart(ws, markedStart(ws, ofPhrase, marks), marks)
	if k := ofPlace(ws, i, alias); k > i {
		i = k
	}
	if i >= len(ws) {
		return strings.TrimSpace(fl.s)
	}
	return strings.TrimSpace(fl.s[ws[i].Start:])
}

// ofPlace gives the beginning of 同条第一項の X, where X is the alias itself: a
// term that the law names there, and what stands before has no part in it. It
// gives 0 where the phrase is another.
func ofPlace(ws []word, from int, alias string) int {
	k := nounRun(ws, len(ws))
	if k < 2 || k >= len(ws) || alias == "" || text(ws, k, len(ws)) != alias || ws[k-1].class != cNo {
		return 0
	}
	j := nounRun(ws, k-1)
	if j <= from || !endsPinpoint(text(ws, j, k-1)) {
		return 0
	}
	return j
}

// behindNames tells which words of a flattened text stand right behind
// brackets that define a name (…区域（以下「X」という。）及び…): the phrase before
// those is defined already.
func (pg *page) behindNames(ws []word, fl flat) []bool {
	out := make([]bool, len(ws))
	for k := 1; k < len(ws); k++ {
		at := int(fl.off[ws[k].Start])
		if n, ok := pg.closing(at); ok && !pg.pairs[n].quote && int(fl.off[ws[k-1].End-1]) < pg.pairs[n].open {
			out[k] = strings.Contains(pg.s[pg.pairs[n].in:pg.pairs[n].close], "」")
		}
	}
	return out
}

// A gloss is what a parenthesis says that the word before it means.
type gloss struct {
	meaning string
	scope   string
}

// readGloss reads …をいう。 in pair k.
func (pg *page) readGloss(k int) (gloss, bool) {
	p := pg.pairs[k]
	for i := p.in; i < p.close; {
		e := strings.Index(pg.s[i:p.close], "をい")
		if e < 0 {
			return gloss{}, false
		}
		i += e
		t := pg.s[i:p.close]
		if !pg.inside(k, i) && (strings.HasPrefix(t, "をいう") || strings.HasPrefix(t, "をいい、")) {
			from := pg.sentenceStart(k, i)
			m := strings.TrimSpace(pg.flatInside(from, i))
			if m == "" || strings.HasPrefix(m, "以下") {
				return gloss{}, false
			}
			return gloss{meaning: m, scope: glossScope(t)}, true
		}
		i += len("をい")
	}
	return gloss{}, false
}

// glossScope reads 以下この条において同じ behind a gloss.
func glossScope(t string) string {
	k := strings.Index(t, "同じ")
	if k < 0 {
		return ""
	}
	t = t[:k]
	if e := strings.LastIndex(t, "。"); e >= 0 {
		t = t[e+len("。"):]
	}
	t = strings.TrimSuffix(strings.TrimPrefix(t, "以下"), "において")
	if len(t) > 200 {
		return ""
	}
	return t
}

// glossed gives the word before the bracket at open that the gloss explains:
// the run of nouns, and more where the gloss ends in the same words
// (申告書の提出（…の規定による申告書の提出をいう。）).
func (f *finder) glossed(pg *page, open int, meaning string) (at int, name string) {
	end := backSpace(pg.s, open)
	if k, ok := pg.closing(end); ok && pg.pairs[k].quote {
		q := pg.pairs[k]
		return q.in, pg.s[q.in:q.close]
	}
	fl := pg.flatLeft(end, nounReach)
	ws := f.words(fl.s)
	i := nounRun(ws, len(ws))
	i = glossNoun(ws, i)
	i = commonStart(ws, i, fl.s, meaning)
	i = withOwner(ws, i, fl.s, meaning)
	if i >= len(ws) {
		return 0, ""
	}
	start := ws[i].Start
	return int(fl.off[start]), fl.s[start:]
}

// glossNoun moves the beginning of what a gloss explains: past 当該 and 同, and
// back over の before an action noun (資本の払戻し等).
func glossNoun(ws []word, i int) int {
	for i < len(ws)-1 && (ws[i].Surface == "同" || ws[i].Surface == "当該" || ws[i].Surface == "自ら" || ws[i].Surface == "うち" || ws[i].Surface == "・") {
		i++
	}
	if i == len(ws) && i > 0 && ws[i-1].class == cVerb { // 買い取る（…をいう。）
		return i - 1
	}
	return i
}

// withOwner takes X の before a word with 等, where the gloss speaks of X の too:
// 資本の払戻し等（…に規定する資本の払戻し及び…をいう。）.
func withOwner(ws []word, i int, s, meaning string) int {
	n := len(ws)
	if i < 2 || i >= n-1 || ws[n-1].Surface != "等" || ws[i-1].class != cNo {
		return i
	}
	k := nounRun(ws, i-1)
	if k < i-1 && strings.Contains(meaning, s[ws[k].Start:ws[n-1].Start]) {
		return k
	}
	return i
}

// commonStart moves i back while the words before it end the meaning too.
func commonStart(ws []word, i int, s, meaning string) int {
	if i >= len(ws) || !strings.HasSuffix(meaning, s[ws[i].Start:]) {
		return i
	}
	best := i
	for k := i - 1; k >= 0 && strings.HasSuffix(meaning, s[ws[k].Start:]); k-- {
		if ws[k].class == cNoun && (k == 0 || ws[k-1].class != cNoun) {
			best = k
		}
		if ws[k].class == cVerb || ws[k].class == cComma || ws[k].class == cOther {
			break
		}
	}
	return best
}

// maxMeaning bounds, in bytes, how far 「X」とは reaches.
const maxMeaning = 6000

// quoteDefinition reads 「X」とは、…をいう。 and …を「X」という。
func (f *finder) quoteDefinition(pg *page, k int) {
	q := pg.pairs[k]
	tail := pg.s[q.end:min(len(pg.s), q.end+maxMeaning)]
	name := strings.TrimSpace(pg.s[q.in:q.close])
	if strings.HasPrefix(tail, "とは") {
		from := q.end + len("とは")
		from = optWord(pg.s, from, "、")
		pg.define(alias{name: name, start: q.in, end: q.close}, pg.meaningUntil(from, q.end+len(tail)), viaToha)
		return
	}
	if !calls(tail) || strings.HasPrefix(tail, "とする") || pg.taken(q.open) {
		return
	}
	at := backSpace(pg.s, q.open)
	for _, w := range []string{"以下", "単に", "総称して", "、"} {
		if strings.HasSuffix(pg.s[:at], w) {
			at -= len(w)
		}
	}
	if strings.HasSuffix(pg.s[:at], "を") && !f.aliasOfPair(pg, k) {
		pg.define(alias{name: name, start: q.in, end: q.close}, f.phraseBefore(pg, at-len("を"), name), viaBracket)
	}
}

// aliasOfPair reports whether the quotation k was read as an alias of the
// parenthesis around it.
func (f *finder) aliasOfPair(pg *page, k int) bool {
	q := pg.pairs[k]
	if q.parent < 0 || pg.pairs[q.parent].quote || !pg.pairs[q.parent].legible() {
		return false
	}
	aliases, _ := pg.readAliases(q.parent)
	return slices.ContainsFunc(aliases, func(a alias) bool { return a.start == q.in })
}

// meaningUntil reads from とは to をいう in the same sentence; empty where none
// follows.
func (pg *page) meaningUntil(from, limit int) string {
	for i := from; i < limit; {
		r, w := utf8.DecodeRuneInString(pg.s[i:])
		if b, ok := bracketOf(r); ok && !b.close {
			if k, has := pg.opening(i); has {
				i = pg.pairs[k].end
				continue
			}
		}
		if r == '。' {
			return ""
		}
		if r == 'を' {
			t := pg.s[i:]
			if strings.HasPrefix(t, "をいう") || strings.HasPrefix(t, "をいい") || strings.HasPrefix(t, "を言う") || strings.HasPrefix(t, "を指す") || strings.HasPrefix(t, "を意味する") {
				return strings.TrimSpace(pg.flatInside(from, i))
			}
		}
		i += w
	}
	return ""
}

// abbreviation reads 内閣サイバーセキュリティセンター（NISC） and SBOM（Software Bill of
// Materials。…）.
func (f *finder) abbreviation(pg *page, k int) {
	p := pg.pairs[k]
	if r := runeAt(pg.s, p.open); r != '（' && r != '(' {
		return
	}
	inner := strings.TrimSpace(pg.s[p.in:p.close])
	end := backSpace(pg.s, p.open)
	if isShortName(inner) {
		f.shortName(pg, p, end, inner)
		return
	}
	if short := spelledShort(inner); short != "" && isJapanese(runeBefore(pg.s, end)) {
		f.shortName(pg, p, end, short)
		return
	}
	name := acronymBefore(pg.s, end)
	if name == "" {
		return
	}
	full, _, _ := strings.Cut(inner, "。")
	full, _, _ = strings.Cut(full, "、")
	full = strings.TrimSpace(full)
	if initials(full, name) || isSpelledOut(full) {
		pg.defs = append(pg.defs, definition{alias: name, start: end - len(name), end: end, meaning: full, via: viaAbbreviation})
	}
}

// isShortName reports whether s is an abbreviation in Latin capitals.
func isShortName(s string) bool {
	return isAcronym(s) && len([]rune(s)) <= 12 && !strings.ContainsAny(s, " .")
}

// spelledShort gives the acronym of SBOM：Software Bill of Materials or of Software
// Bill of Materials, SBOM.
func spelledShort(inner string) string {
	k := strings.IndexAny(inner, "：:、,，／/＝=")
	if k < 0 {
		return ""
	}
	_, w := utf8.DecodeRuneInString(inner[k:])
	a, b := strings.TrimSpace(inner[:k]), strings.TrimSpace(inner[k+w:])
	for _, x := range [][2]string{{a, b}, {b, a}} {
		if isShortName(x[0]) && len(x[1]) > len(x[0]) && initials(x[1], x[0]) {
			return x[0]
		}
	}
	return ""
}

func isJapanese(r rune) bool {
	return isIdeograph(r) || isKatakana(r) || isHiragana(r) || r == '」' || r == '』'
}

// shortName defines inner as the abbreviation of the Japanese noun before end.
func (f *finder) shortName(pg *page, p pair, end int, inner string) {
	at := p.in + strings.Index(pg.s[p.in:p.close], inner)
	d := definition{alias: inner, start: at, end: at + len(inner), via: viaAbbreviation}
	if k, ok := pg.closing(end); ok && pg.pairs[k].quote {
		q := pg.pairs[k]
		if d.meaning = strings.TrimSpace(pg.s[q.in:q.close]); d.meaning != "" && !isShortName(d.meaning) {
			pg.defs = append(pg.defs, d)
		}
		return
	}
	s := afterBreak(pg.flatLeft(end, nounReach).s)
	ws := f.words(s)
	i := nounRun(ws, len(ws))
	for i < len(ws)-1 && (ws[i].Surface == "、" || ws[i].Surface == "・") {
		i++
	}
	if i >= len(ws) {
		return
	}
	full := s[ws[i].Start:]
	if dates := era.Scan(full); len(dates) > 0 && dates[0].Start == 0 { // 2024年２月米国国立標準技術研究所（NIST）
		full = strings.TrimPrefix(strings.TrimSpace(full[dates[0].End:]), "付け")
	}
	if !isLongEnough(full) || !strings.ContainsFunc(full, func(r rune) bool { return isIdeograph(r) || isKatakana(r) }) {
		return
	}
	d.meaning = full
	pg.defs = append(pg.defs, d)
}

// isLongEnough reports whether a noun is one that has an acronym: 金融庁（FSA） is,
// 機構（IPA） is the end of a longer name.
func isLongEnough(noun string) bool {
	n := utf8.RuneCountInString(noun)
	return n > 3 || n == 3 && (strings.HasSuffix(noun, "省") || strings.HasSuffix(noun, "庁"))
}

// afterBreak gives the end of s from the last sign on that is in no noun: を or a
// comma. The sign itself stays, so that the words behind it are cut as they
// would be with all of s.
func afterBreak(s string) string {
	return s[max(0, strings.LastIndex(s, "を"), strings.LastIndex(s, "、"), strings.LastIndex(s, "，")):]
}

// acronymBefore gives the acronym that ends at end.
func acronymBefore(s string, end int) string {
	i := end
	for i > 0 {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !isLatin(r) && r != '-' && r != '/' {
			break
		}
		i -= w
	}
	if name := s[i:end]; isShortName(name) {
		return name
	}
	return ""
}

// initials reports whether the capitals of full spell name.
func initials(full, name string) bool {
	var b strings.Builder
	start := true
	for _, r := range foldWidth(full) {
		switch {
		case r == ' ' || r == '-' || r == '/':
			start = true
		case !isLatin(r):
			return false
		case start || 'A' <= r && r <= 'Z':
			b.WriteRune(r)
			start = false
		}
	}
	return isSubsequence(strings.ToUpper(foldWidth(name)), strings.ToUpper(b.String()))
}

func isSubsequence(a, b string) bool {
	k := 0
	for i := 0; i < len(b) && k < len(a); i++ {
		if a[k] == b[i] {
			k++
		}
	}
	return k == len(a)
}

// isSpelledOut reports whether s is the name of an organisation, as in
// NICT（国立研究開発法人情報通信研究機構）, or English with capitals, as in
// DX（Digital Transformation）.
func isSpelledOut(s string) bool {
	return utf8.RuneCountInString(s) >= 5 && isBody(s)
}
