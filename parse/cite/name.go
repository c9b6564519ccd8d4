package cite

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A name is a title or alias that later mentions may use.
type name struct {
	text string
	form Form
	work *Work
	// from is the run and byte from which an alias holds; a title holds in the
	// whole document.
	node, at int
	scope    string // path of the section in which it holds; "*" for all
}

// names finds titles and aliases in a text. Those that begin with one sign
// stand together, the longest first.
type names map[rune][]name

func (n names) add(x name) {
	r, _ := utf8.DecodeRuneInString(x.text)
	if x.text == "" {
		return
	}
	n[r] = append(n[r], x)
}

// order puts longer names before shorter ones, and later definitions of one
// name before earlier ones.
func (n names) order() {
	for r := range n {
		list := n[r]
		sort.SliceStable(list, func(a, b int) bool {
			if len(list[a].text) != len(list[b].text) {
				return len(list[a].text) > len(list[b].text)
			}
			if list[a].text != list[b].text {
				return list[a].text < list[b].text
			}
			if list[a].node != list[b].node {
				return list[a].node > list[b].node
			}
			return list[a].at > list[b].at
		})
	}
}

// at gives the name that stands as a whole word at i of a run; of several
// works with one name the one defined last before i.
func (n names) at(pg *page, i int, r rune) *name {
	list := n[r]
	for k := 0; k < len(list); k++ {
		x := &list[k]
		if !strings.HasPrefix(pg.s[i:], x.text) {
			continue
		}
		if !x.holds(pg, i) || !wholeWord(pg.s, i, i+len(x.text), x.form) {
			continue
		}
		return x
	}
	return nil
}

// holds reports whether the name may be used at offset i of the run.
func (x *name) holds(pg *page, i int) bool {
	if x.form == Alias && (pg.node < x.node || pg.node == x.node && i < x.at) {
		return false
	}
	if x.scope == "*" {
		return true
	}
	return pg.path == x.scope || strings.HasPrefix(pg.path, x.scope+"/")
}

// followers may stand directly behind a name although they are kanji.
var followers = []string{
	"第", "等", "附則", "別表", "及び", "並びに", "又は", "若しくは", "以外", "同法", "所定", "上の", "前文", "本則", "中", "内", "制定", "施行前", "施行後", "改正", "違反", "施行日", "公布", "策定", "全体", "案", "自体", "本体", "独自", "関係", "各", "本文", "側", "決定",
}

// wholeWord reports whether s[i:j] is no part of a longer word. 基本法 is not
// found in サイバーセキュリティ基本法, 戦略 not in 戦略的 or 基本戦略.
func wholeWord(s string, i, j int, form Form) bool {
	long := utf8.RuneCountInString(s[i:j]) >= 6
	first, last := runeAt(s, i), runeBefore(s, j)
	if p := runeBefore(s, i); joins(p, first) && !afterWord(s[:i], long) {
		return false
	}
	if !long && form == Alias && afterModifier(s[:i]) {
		return false
	}
	q := runeAt(s, j)
	if !joins(last, q) {
		return true
	}
	for _, w := range followers {
		if strings.HasPrefix(s[j:], w) {
			return long || w != "中" && w != "内" && w != "案" && w != "各" && w != "関係" && w != "側" && w != "決定" && w != "策定" && w != "全体" && w != "本体" && w != "独自"
		}
	}
	return false
}

// joins reports whether two signs side by side can belong to one word.
func joins(a, b rune) bool {
	word := func(r rune) bool { return isIdeograph(r) || isKatakana(r) || isLatin(r) }
	if a == '・' || b == '・' {
		return word(a) || word(b)
	}
	if isLatin(a) && !isLatin(b) || isLatin(b) && !isLatin(a) {
		return word(a) && word(b)
	}
	return word(a) && word(b)
}

// afterWord reports whether what stands before a name is a word of its own
// although it is written in kanji: 当該, 上記, 新旧.
func afterWord(before string, long bool) bool {
	for _, w := range []string{"当該", "上記", "前記", "及び", "今般", "その他", "例えば", "一方", "旧"} {
		if strings.HasSuffix(before, w) {
			return long || w != "旧"
		}
	}
	return false
}

// afterModifier reports whether a short alias is modified so that it means
// another thing: 新たな戦略, 各国の戦略.
func afterModifier(before string) bool {
	for _, w := range []string{"新たな", "的な", "各国の", "企業の", "独自の", "次の", "別の", "他の", "それぞれの", "自らの", "事業者の", "者の", "組織の", "等の", "新しい", "様々な", "多様な", "この", "その", "対する", "ための", "関する", "向けた"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}
