package parse_test

import (
	"testing"

	"shinkyu/parse"
)

// captionTests pair the lines of an article with its caption and the text of
// its first paragraph.
var captionTests = []struct {
	name, lines, caption, text string
}{
	{"behind the marker", "第一条（目的）　この規程は、必要な事項を定める。\n", "（目的）", "この規程は、必要な事項を定める。"},
	{"half width", "第1条(目的) この規程は、必要な事項を定める。\n", "(目的)", "この規程は、必要な事項を定める。"},
	{"alone on the line", "第１条（目的）\nこの規程は、必要な事項を定める。\n", "（目的）", "この規程は、必要な事項を定める。"},
	{"nested", "第一条（定義（用語））　用語の意義を定める。\n", "（定義（用語））", "用語の意義を定める。"},
	{"above", "（目的）\n第一条　この規程は、必要な事項を定める。\n", "（目的）", "この規程は、必要な事項を定める。"},
	{"part of the sentence", "第一条（第三項を除く。）の規定は、市長が定める日から適用する。\n", "", "（第三項を除く。）の規定は、市長が定める日から適用する。"},
	{"no space behind it", "第一条（同法第二条に定める場合）の規定は適用しない。\n", "", "（同法第二条に定める場合）の規定は適用しない。"},
	{"apart from the marker", "第１条　（目的）\nこの規程は、必要な事項を定める。\n", "（目的）", "この規程は、必要な事項を定める。"},
	{"apart from the marker, text at once", "第１条　（目的）この規程は、必要な事項を定める。\n", "（目的）", "この規程は、必要な事項を定める。"},
	{"apart from the marker, part of the sentence", "第一条　（第三項を除く。）の規定は、適用しない。\n", "", "（第三項を除く。）の規定は、適用しない。"},
	{"left out", "第一条（略）\n", "", "（略）"},
}

func TestCaptions(t *testing.T) {
	for _, tt := range captionTests {
		t.Run(tt.name, func(t *testing.T) {
			d := parseText(t, "rules.txt", "文書管理規程\n\n"+tt.lines+"\n第二条　文書は、適切に保存する。\n")
			checkLaws(t, d)
			s, text := firstArticle(d)
			if s == nil {
				t.Fatalf("no article:\n%s", outline(d))
			}
			if s.Caption.String != tt.caption || text != tt.text {
				t.Errorf("caption %q text %q, want %q and %q", s.Caption.String, text, tt.caption, tt.text)
			}
		})
	}
}

// firstArticle gives the first section and the text of its first paragraph.
func firstArticle(d *parse.Document) (*parse.Section, string) {
	for s := range d.Sections() {
		for _, n := range s.Content {
			if p, ok := n.(*parse.Paragraph); ok {
				return s, p.Text.String
			}
		}
		return s, ""
	}
	return nil, ""
}
