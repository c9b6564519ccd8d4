"""Writes the document of office-*.pdf as flat OpenDocument, for LibreOffice to print:

    python3 office.py FOLDER && soffice --headless --convert-to pdf FOLDER/office-*.fodt
"""
import sys
out = sys.argv[1]
ns=' '.join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"'%(a,b) for a,b in [('office','office'),('style','style'),('text','text'),('table','table'),('draw','drawing')])+' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
para=[ '本計画は、地域における脱炭素の取組を総合的かつ計画的に推進するため、関係府省庁が連携して講ずべき施策の基本的な方向を定めるものであり、毎年度その実施状況を点検する。',
 '近年、気候変動に伴う災害の激甚化が懸念されており、地方公共団体、事業者及び住民が一体となって取り組むことが求められている。このため、国は必要な財政上の措置を講ずるよう努めるものとする。',
 '具体的には、再生可能エネルギーの導入拡大、住宅・建築物の省エネルギー化、公共交通の利用促進等を進めるとともに、人材の育成及び確保を図る。また、先行地域における成果を全国に展開する。',
 '施策の推進に当たっては、専門家の知見を活用しつつ、費用対効果を十分に検証し、必要に応じて見直しを行う。その際、2030年度までの中間目標の達成状況を踏まえることとする。']
def p(i,st='Body'): return '<text:p text:style-name="%s">%s</text:p>'%(st,para[i%4])
def h(l,t): return '<text:h text:style-name="Heading_20_%d" text:outline-level="%d">%s</text:h>'%(l,l,t)
def doc(body,columns=1,vertical=False,size=10.5):
    col='<style:columns fo:column-count="%d" fo:column-gap="0.8cm"/>'%columns if columns>1 else ''
    wm=' style:writing-mode="tb-rl"' if vertical else ''
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {ns} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="M" svg:font-family="'IPAexMincho','IPAex明朝','Noto Serif CJK JP'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name-asian="M" style:font-name="M" fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:language="ja" fo:country="JP" style:language-asian="ja" style:country-asian="JP"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-indent="{size}pt" fo:text-align="justify"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"/>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="3"><style:paragraph-properties fo:margin-left="0.4cm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-prefix="第" style:num-suffix="章　" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format="１, ２, ３, ..." style:num-suffix="　"/>
<text:outline-level-style text:level="3" style:num-prefix="（" style:num-suffix="）" style:num-format="1"/>
</text:outline-style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="①, ②, ③, ..."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-number>
<text:list-level-style-number text:level="2" style:num-format="ア, イ, ウ, ..."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.8cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"{wm}>{col}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.1cm"/></style:style>
<style:style style:name="Ru1" style:family="ruby"><style:ruby-properties style:ruby-position="above"/></style:style>
<style:style style:name="Fr" style:family="graphic"><style:graphic-properties fo:border="0.5pt solid #000000" style:wrap="none" fo:padding="0.2cm" style:horizontal-pos="center" style:vertical-rel="paragraph"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="PL"><style:header><text:p text:style-name="Right">地域脱炭素推進計画（令和６年度版）</text:p></style:header><style:footer><text:p text:style-name="Title">－ <text:page-number text:select-page="current"/> －</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>'''
def tbl(rows,style='Cell'):
    n=max(sum(c[1] if isinstance(c,tuple) else 1 for c in r) for r in rows)
    s='<table:table><table:table-column table:number-columns-repeated="%d"/>'%n
    for r in rows:
        s+='<table:table-row>'
        for c in r:
            if c is None: s+='<table:covered-table-cell/>'; continue
            t,cs,rs=c if isinstance(c,tuple) else (c,1,1)
            s+='<table:table-cell table:style-name="%s" table:number-columns-spanned="%d" table:number-rows-spanned="%d"><text:p text:style-name="Standard">%s</text:p></table:table-cell>'%(style,cs,rs,t)
            s+='<table:covered-table-cell/>'*(cs-1)
        s+='</table:table-row>'
    return s+'</table:table>'
def fn(n,t): return '<text:note text:note-class="footnote"><text:note-citation>%d</text:note-citation><text:note-body><text:p text:style-name="Footnote">%s</text:p></text:note-body></text:note>'%(n,t)
def lst(items):
    return '<text:list text:style-name="L1">'+''.join('<text:list-item><text:p text:style-name="Standard">%s</text:p>%s</text:list-item>'%(t,('<text:list>'+''.join('<text:list-item><text:p text:style-name="Standard">%s</text:p></text:list-item>'%x for x in sub)+'</text:list>') if sub else '') for t,sub in items)+'</text:list>'
head='<text:p text:style-name="Title">地域脱炭素推進計画</text:p><text:p text:style-name="Right">令和６年５月23日</text:p><text:p text:style-name="Right">地域脱炭素推進会議決定</text:p>'
body=head+h(1,'総論')+p(0)+h(2,'計画の趣旨')+p(1)+p(2)+h(2,'計画の期間')+p(3)+h(3,'前期の取組')+p(0)+h(3,'後期の取組')+p(1)+h(1,'分野別の取組')+h(2,'エネルギー')+p(2).replace('人材の育成','<text:ruby text:style-name="Ru1"><text:ruby-base>人材</text:ruby-base><text:ruby-text>じんざい</text:ruby-text></text:ruby>の育成').replace('を進める','を進める'+fn(1,'エネルギー基本計画（令和３年10月22日閣議決定）による。'))+lst([('太陽光発電の導入を促進するとともに、未利用地の活用に向けた調査を継続的に実施し、地域の合意形成を支援する。',['公共施設への率先した導入','営農型の太陽光発電']),('風力発電の適地を調査する。',[]),('地熱の利用を広げる。',[])])+h(2,'交通')+p(3).replace('検証し','検証し'+fn(2,'費用便益分析の手引きに基づく方法とする。'))+'<text:p text:style-name="Standard">表１　目標の一覧</text:p>'+tbl([['区分','指標',('目標値',2,1)],[('交通',1,2),'電動車の割合','30%','100%'],[None,'公共交通の分担率','15%','20%']])+p(0)+h(2,'住宅')+p(1)+'<text:p text:style-name="Standard">表２　予算の推移（百万円）</text:p>'+tbl([['事業名','令和４年度','令和５年度','令和６年度'],['再エネ導入支援事業','1,200','1,350','2,010'],['省エネ改修補助','850','900','1,120'],['公共交通利用促進','75','120','95'],['人材育成','40','45','60']],'Bare')+p(2)+p(3)+h(1,'推進体制')+p(0)+p(1)+'<text:p text:style-name="Standard"><draw:frame draw:style-name="Fr" text:anchor-type="paragraph" svg:width="10cm" svg:height="2.2cm" draw:name="b1"><draw:text-box><text:p text:style-name="Standard">コラム　先行地域の例</text:p><text:p text:style-name="Standard">山間の町では小水力発電を共同で運営している。</text:p></draw:text-box></draw:frame></text:p>'+p(2)+h(2,'点検')+p(3)+p(0)+'<text:p text:style-name="Right">以上</text:p>'
open(out+'/office-plain.fodt','w').write(doc(body))
import re
open(out+'/office-columns.fodt','w').write(doc(re.sub(r'<text:p text:style-name="Standard"><draw:frame.*?</draw:frame></text:p>','',body)*1,2,size=9.5))
open(out+'/office-tate.fodt','w').write(doc(body,1,True))
