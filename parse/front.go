package parse

import (
	"strings"

	"shinkyu/parse/era"
	"shinkyu/parse/reflow"
)

// readFront takes the title block from the head of the text: the lines before
// the first that reads like text or opens a section.
func (p *parser) readFront() {
	for i := range p.lines {
		if p.roles[i] != roleText {
			continue
		}
		kind, ok := p.frontKind(i)
		if !ok {
			return
		}
		p.roles[i] = roleFront
		p.doc.Front = append(p.doc.Front, Front{Kind: kind, Text: p.lineText(i)})
	}
}

func (p *parser) lineText(i int) Text {
	var b textBuilder
	b.add(p.src, p.lines[i].Span)
	return b.text(p.src)
}

// frontKind tells the role of a line in the title block; ok is false where
// the block is over.
func (p *parser) frontKind(i int) (kind FrontKind, ok bool) {
	l := &p.lines[i]
	s := p.src.Slice(l.Span)
	switch {
	case isWholeDate(s):
		return FrontDate, true
	case isIssuer(s):
		return FrontIssuer, true
	case len(p.doc.Front) == 0 && isTitleLine(l, s):
		return FrontTitle, true
	}
	return "", false
}

func isTitleLine(l *reflow.Line, s string) bool {
	return l.Width <= 60 && !isSentence(s)
}

// isWholeDate reports whether a line is a date and no more.
func isWholeDate(s string) bool {
	for _, e := range era.Scan(s) {
		if e.Kind == era.Date && len(strings.Trim(s[:e.Start]+s[e.End:], "〔〕（）() \u3000")) == 0 {
			return true
		}
	}
	return false
}

var acts = []string{"閣議決定", "決定", "改定", "改訂", "策定", "了承", "報告", "公表", "制定", "取りまとめ", "とりまとめ"}

var bodies = []string{"本部", "会議", "省", "庁", "委員会", "審議会", "局", "部会", "協議会", "検討会", "研究会", "センター", "機構", "閣議", "課", "室", "府", "県", "都", "市", "町", "村", "区", "団", "連絡会", "分科会", "ワーキンググループ", "ＷＧ", "WG", "内閣"}

// isIssuer reads サイバーセキュリティ戦略本部決定: a body, and what it did.
func isIssuer(s string) bool {
	body, _ := splitIssuer(s)
	return body != ""
}

// splitIssuer cuts the act from the name of the body.
func splitIssuer(s string) (body, act string) {
	s = strings.Trim(squeezed(s), "（）()")
	for _, a := range acts {
		if rest, ok := strings.CutSuffix(s, a); ok {
			s, act = rest, a
			break
		}
	}
	for _, b := range bodies {
		if strings.HasSuffix(s, b) {
			return s, act
		}
	}
	return "", ""
}
