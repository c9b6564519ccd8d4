"""Writes the sample documents as Word files.

The text is that of the gold trees. Headings have heading styles with automatic
numbers where Word has a format for them (１, (1), ①, 第1, 1), and numbers typed
into the text where it has none (ⅰ）) or where the document itself changes its
style within a level.
"""

import html
import json
import pathlib
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

# For each sample and depth: the number format and the text of the level.
NUMBERS = {
    "fy2020": [("decimalFullWidth", "%1"), ("decimal", "(%2)"), ("decimalEnclosedCircle", "%3")],
    "fy2024": [("decimal", "第%1"), ("decimal", "%2")],
}


def styles():
    out = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    out += '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>'
    for i in range(4):
        num = f'<w:numPr><w:ilvl w:val="{i}"/><w:numId w:val="1"/></w:numPr>'
        out += (
            f'<w:style w:type="paragraph" w:styleId="{i + 1}"><w:name w:val="heading {i + 1}"/><w:basedOn w:val="a"/>'
            f'<w:pPr>{num}<w:outlineLvl w:val="{i}"/></w:pPr></w:style>'
        )
    return f"{HEAD}<w:styles {W}>{out}</w:styles>"


def numbering(levels):
    out = ""
    for i, (fmt, text) in enumerate(levels):
        out += (
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:pStyle w:val="{i + 1}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
        )
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{out}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def para(text, props=""):
    return f'<w:p><w:pPr>{props}</w:pPr><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def indent(left, first):
    kind = "firstLine" if first > 0 else "hanging"
    return f'<w:ind w:left="{210 * left}" w:{kind}="{210 * abs(first)}"/>'


def nodes(content, depth, auto):
    out = []
    for n in content:
        if n["type"] == "paragraph":
            out.append(para(n["text"], indent(depth, 1)))
            continue
        inner = n["content"]
        if not n["title"]:
            out.append(para(n["marker"] + "　" + inner[0]["text"], indent(depth + 2, -2)))
            inner = inner[1:]
        elif depth < auto:
            out.append(para(n["title"], f'<w:pStyle w:val="{depth + 1}"/>'))
        else:
            off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
            out.append(para(n["marker"] + "　" + n["title"], f'<w:pStyle w:val="{depth + 1}"/>{off}'))
        out += nodes(inner, depth + 1, auto)
    return out


def write(path, tree, front, levels):
    right = '<w:jc w:val="right"/>'
    body = [para(tree["meta"]["title"], '<w:pStyle w:val="T"/>'), para(front[0], right), para(front[1], right)]
    body += nodes(tree["content"], 0, len(levels))
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pkg = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{types}.styles+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{types}.numbering+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships {pkg}><Relationship Id="rId1" Type="{rel}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships {pkg}>'
        f'<Relationship Id="rId1" Type="{rel}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{rel}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": f'{HEAD}<w:document {W}><w:body>{"".join(body)}</w:body></w:document>',
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(levels),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, text)


def main(out):
    fronts = {
        "fy2020": ("令和元年５月２３日", "サイバーセキュリティ戦略本部決定"),
        "fy2024": ("〔令和5年〇月〇〇日〕", "サイバーセキュリティ戦略本部決定"),
    }
    for name, front in fronts.items():
        tree = json.loads((ROOT / "gold" / f"{name}.tree.json").read_text(encoding="utf-8"))
        write(pathlib.Path(out) / f"{name}.docx", tree, front, NUMBERS[name])


main(sys.argv[1])
