package markdown

import (
	"testing"

	"shinkyu/parse/source/internal/flow"
)

// frontTests pair a file with the title that its front matter states.
var frontTests = []struct{ name, file, title string }{
	{"plain", "---\ntitle: 環境計画\nlayout: page\n---\n# 第1章\n", "環境計画"},
	{"CRLF", "---\r\ntitle: 環境計画\r\n---\r\n本文\r\n", "環境計画"},
	{"double quotes", "---\ntitle: \"環境: \\\"新\\\" 計画\" # 案\n---\n本文\n", "環境: \"新\" 計画"},
	{"single quotes", "---\ntitle: '環境''計画'\n---\n本文\n", "環境'計画"},
	{"comment", "---\ntitle: 環境計画 # 案\n---\n本文\n", "環境計画"},
	{"block", "---\ntitle: >-\n  環境\n  計画\ndate: 2024-04-01\n---\n本文\n", "環境計画"},
	{"of another thing", "---\nauthor:\n  title: 部長\ntitles: 二つ\n---\n本文\n", ""},
	{"no front matter", "---\n\n本文の title: ではない\n\n---\n", ""},
	{"none", "# 環境計画\n", ""},
}

func TestFrontTitle(t *testing.T) {
	for _, tt := range frontTests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Read(tt.file, flow.Limits{Depth: 100, Memory: 1 << 20, Token: 1 << 20})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Title != tt.title {
				t.Errorf("title %q, want %q", doc.Title, tt.title)
			}
		})
	}
}
