package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
)

// TestContentsOfOrdinance has the contents lists of ordinances: articles in
// brackets of either width, and a preamble that has no heading in the text.
func TestContentsOfOrdinance(t *testing.T) {
	text := "○里山を守る条例\n平成12年3月24日　条例第9号\n目次\n前文\n第1章　総則(第1条・第2条)\n第2章　保全(第3条―第4条)\n附則\n" +
		"　里山は、先人から受け継いだ財産である。\n　ここに、この条例を制定する。\n" +
		"第1章　総則\n（目的）\n第1条　この条例は、里山の保全について必要な事項を定めることを目的とする。\n" +
		"（定義）\n第2条　この条例において里山とは、集落に近い山林をいう。\n" +
		"第2章　保全\n（計画）\n第3条　町長は、保全計画を定める。\n（助成）\n第4条　町長は、助成することができる。\n" +
		"附　則\n　この条例は、公布の日から施行する。\n"
	for name, text := range map[string]string{
		"half width": text,
		"full width": strings.NewReplacer("(", "（", ")", "）").Replace(text),
	} {
		d := parseText(t, "ordinance.txt", text)
		checkLaws(t, d)
		var got []string
		for _, n := range d.Content {
			if s, ok := n.(*parse.Section); ok {
				got = append(got, s.Marker.Text)
			}
		}
		if s := strings.Join(got, "|"); s != "第1章|第2章|附則" {
			t.Errorf("%s: top level %s\n%s", name, s, outline(d))
		}
	}
}
