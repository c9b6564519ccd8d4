package cite

// thingStart moves the beginning i of a phrase back over what もの takes up: in
// X であって、…するもの and X のうち、…するもの the phrase is of X, and X may be such
// a phrase itself.
func thingStart(ws []word, i int, marks []bool) int {
	for n := 0; n < maxThings && i > 0; n++ {
		end := beforeThing(ws, i)
		if end <= 0 || !hasThing(ws[i:]) {
			return i
		}
		k := markedStart(ws[:end], ofPhrase, marks)
		if k >= end {
			return i
		}
		i = k
	}
	return i
}

// maxThings bounds how many such phrases stand in each other.
const maxThings = 4

func hasThing(ws []word) bool {
	for _, w := range ws {
		if w.Surface == "もの" {
			return true
		}
	}
	return false
}

// beforeThing gives where X ends in Xであって、, Xで、 or Xのうち、 before i, adverbs
// passed over (主として、); 0 where none of these stands there.
func beforeThing(ws []word, i int) int {
	k := i
	for k > 1 && ws[k-1].class == cComma && (ws[k-2].POS == "副詞" || ws[k-2].Surface == "主として") {
		k -= 2
	}
	if k < 2 || ws[k-1].class != cComma {
		return 0
	}
	k--
	switch {
	case isThat(ws, k):
		for k > 0 && ws[k-1].class == cVerb || k > 0 && ws[k-1].Surface == "で" {
			k--
		}
		return k
	case ws[k-1].Surface == "で" && k > 1 && ws[k-2].class == cNoun:
		return k - 1
	case ws[k-1].Surface == "うち" && k > 2 && ws[k-2].class == cNo:
		return k - 2
	}
	return 0
}
