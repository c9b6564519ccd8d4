"""Writes the sample documents as web pages to print.

For each sample: plain (one column), book (running heads, page numbers, two
columns) and tate (vertical writing). The text is that of the gold trees;
nothing but the layout is added. A small page holds what they lack: a reading
(ruby), a footnote, superscripts, a ruled table, a frame.
"""

import html
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]

PLAIN = """
@page { size: A4; margin: 30mm 25mm }
body { font: 10.5pt/1.7 'IPAexMincho'; text-align: justify; line-break: strict; font-synthesis: none; text-autospace: no-autospace; text-spacing-trim: space-all }
h1 { font-size: 14pt; text-align: center; font-weight: normal; font-family: IPAexGothic }
.date, .issuer { text-align: right; margin: 0 }

.h { font-family: IPAexGothic; margin: 1em 0 0 }
p { margin: 0; text-indent: 1em }
.h, .i { text-indent: 0 }
"""

BOOK = PLAIN + """
@page { size: A4; margin: 25mm 18mm;
  @top-right { content: "予算重点化方針　資料３"; font: 8pt 'IPAexMincho' }
  @bottom-center { content: "- " counter(page) " -"; font: 8pt 'IPAexMincho' } }
body { font-size: 9.5pt }
.text { columns: 2; column-gap: 3em; column-fill: auto }
"""

TATE = PLAIN + """
@page { size: A4 landscape; margin: 20mm }
html { writing-mode: vertical-rl }
.date, .issuer { text-align: end }
"""


def nodes(content, depth):
    out = []
    for n in content:
        pad = f"margin-inline-start:{depth}em"
        if n["type"] == "paragraph":
            out.append(f'<p style="{pad}">{html.escape(n["text"])}</p>')
            continue
        marker, title, inner = n["marker"], n["title"], n["content"]
        if title:
            out.append(f'<p class="h" style="{pad}">{html.escape(marker)}　{html.escape(title)}</p>')
        else:
            first, inner = inner[0]["text"], inner[1:]
            hang = f"margin-inline-start:{depth + 2}em;text-indent:-2em"
            out.append(f'<p class="i" style="{hang}">{html.escape(marker)}　{html.escape(first)}</p>')
        out.append(nodes(inner, depth + 1))
    return "\n".join(out)


def page(tree, css, front):
    body = nodes(tree["content"], 0)
    return (
        f"<!DOCTYPE html><html lang='ja'><meta charset='utf-8'><title>{html.escape(tree['meta']['title'])}</title>"
        f"<style>{css}</style><h1>{html.escape(tree['meta']['title'])}</h1>"
        f"<p class='date'>{front[0]}</p><p class='issuer'>{front[1]}</p><div class='text'>{body}</div></html>"
    )


PARTS = """<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>部品</title><style>
@page { size: A5; margin: 20mm }
body { font: 10.5pt/1.8 IPAexMincho; text-align: justify; text-spacing-trim: space-all; text-autospace: no-autospace; margin: 0 }
h1 { font: 14pt IPAexGothic; text-align: center; margin: 0 }
p { margin: 0; text-indent: 1em } rt { font-size: 5pt } sup { font-size: 6pt; line-height: 0 }
table { border-collapse: collapse; margin: 1em 0; width: 100% } td, th { border: 0.5pt solid; padding: 2pt; font-weight: normal; text-align: left }
.right { text-align: right } .frame { border: 0.5pt solid; padding: 4pt }
.notes { position: fixed; bottom: 0; font-size: 8pt; border-top: 0.5pt solid; width: 40% }
</style><h1>公文書管理の手引</h1><p class="right">令和６年４月１日</p>
<p>この手引は、<ruby>行政文書<rt>ぎょうせいぶんしょ</rt></ruby>の管理<sup>1</sup>について、職員が日々の業務で迷うことのないように、要点をまとめたものである。面積は100m<sup>2</sup>を超えないものとする。</p>
<p>表は次のとおりとする。</p>
<table><tr><th>区分</th><th>内容</th><th>年</th></tr>
<tr><td rowspan="2">保存</td><td>法令の制定又は改廃及びその経緯に関する文書で重要なもの</td><td>30</td></tr>
<tr><td>その他</td><td>10</td></tr></table>
<p class="frame" style="text-indent:0">枠の中の文である。</p>
<p>以上のとおり取り扱う。</p>
<div class="notes">1　公文書等の管理に関する法律による。</div></html>
"""


def main(out):
    fronts = {
        "fy2020": ("令和元年５月２３日", "サイバーセキュリティ戦略本部決定"),
        "fy2024": ("〔令和5年〇月〇〇日〕", "サイバーセキュリティ戦略本部決定"),
    }
    for name, front in fronts.items():
        tree = json.loads((ROOT / "gold" / f"{name}.tree.json").read_text(encoding="utf-8"))
        for kind, css in (("plain", PLAIN), ("book", BOOK), ("tate", TATE)):
            text = page(tree, css, front)
            (pathlib.Path(out) / f"{name}-{kind}.html").write_text(text, encoding="utf-8")
    (pathlib.Path(out) / "parts.html").write_text(PARTS, encoding="utf-8")


main(sys.argv[1])
