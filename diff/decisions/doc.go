// Package decisions reads and writes what a reviewer decided about the
// correspondence of two editions. It is the only door to YAML.
//
//	pin:                      # these are one and the same
//	  - old: {path: 2/1/2, title: サプライチェーンの実現}
//	    new: {path: 2/1, title: 中小企業の支援}
//	    note: 所管課に確認
//	forbid:                   # these are not
//	  - old: 研究開発の推進
//	    new: {path: 2/2}
//	split:                    # one became several
//	  - old: {title: 国際協力・連携}
//	    new: [{path: 2/5}, {path: 2/6}]
//	merge:                    # several became one
//	  - old: [{path: 1}, {path: 2}]
//	    new: {path: 1}
//	note:                     # words for the report, on either side
//	  - new: {title: 医療分野}
//	    note: 新規
//
// A unit is named by its title, its path, or both. With both, the title must
// fit; where the unit has moved to another path and its title stands once in
// the document, it is found there. A title alone must stand once. The text
// before the first section is path "". What fits no unit, or several, is
// reported and not applied: a decision is never dropped in silence.
package decisions
