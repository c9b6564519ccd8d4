package fold

import "testing"

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"ＩＴ　調達（案）":                      "IT調達(案)",
		"ﾃﾞｼﾞﾀﾙ ｶﾞﾊﾞﾅﾝｽ":                "デジタルガバナンス",
		"⽣命科学":                          "生命科学",
		"Software  Bill of\nMaterials。": "Software Bill of Materials。",
		"１，０００円、，．":                     "1,000円、、。",
		"１．２":                           "1.2",
		"SBOM を\n作る":                    "SBOMを作る",
		"":                              "",
		" \n":                           "",
	} {
		f := Text(in)
		if f.Text != want || String(in) != want {
			t.Errorf("%q: %q, %q, want %q", in, f.Text, String(in), want)
		}
		if len(f.At) != len(f.Text)+1 || f.At[len(f.Text)] != len(in) {
			t.Errorf("%q: the way back is %v", in, f.At)
		}
	}
}

func TestMask(t *testing.T) {
	for _, pair := range [][2]string{
		{"令和２年度の重点", "令和6年度の重点"},
		{"（平成30年７月27日閣議決定）", "（令和3年9月28日閣議決定）"},
		{"第４次行動計画", "第５次行動計画"},
	} {
		if a, b := Mask(pair[0]), Mask(pair[1]); a != b {
			t.Errorf("%q and %q", a, b)
		}
	}
}

func TestValue(t *testing.T) {
	for in, want := range map[string]int{
		"12": 12, "1,000": 1000, "十二": 12, "二十": 20, "二〇二四": 2024, "百四": 104, "二千二十四": 2024,
		"三万五千": 35000, "元": 1, "〇": 0,
	} {
		if got, ok := Value(in); !ok || got != want {
			t.Errorf("%s: %d %v, want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "年", "1.5", "二〇二四二〇二四二〇二四"} {
		if n, ok := Value(in); ok {
			t.Errorf("%q is %d", in, n)
		}
	}
}

func TestFiscalYears(t *testing.T) {
	got := FiscalYears("令和元年度から2024年度まで、平成三十年度、年度末")
	want := []int{2019, 2024, 2018}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i, e := range got {
		if e.Year != want[i] {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("ＩＴ　調達\xffﾊﾞ．")
	f.Fuzz(func(t *testing.T, s string) {
		x := Text(s)
		if x.Text != String(s) {
			t.Fatalf("%q: %q and %q", s, x.Text, String(s))
		}
		last := 0
		for _, at := range x.At {
			if at < last || at > len(s) {
				t.Fatalf("%q: the way back runs off: %v", s, x.At)
			}
			last = at
		}
	})
}
