import { createHash } from 'node:crypto';

/**
 * The style of all pages. The report follows the look of official documents (GB/T 9704-2012): title centred, in a song face,
 * text in fangsong with a 2-character indent, A4 with a type area of 156 mm x 225 mm. Free fonts stand in where those faces are missing.
 */
export const style = `
:root {
  --title: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  --text: "仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
  --head: "黑体", "SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --figures: "Times New Roman", "Liberation Serif", var(--text);
  --ink: #1c1c1c; --soft: #5c5c5c; --line: #9a9a9a; --pale: #f4f2ee; --red: #b3261e; --link: #1a4f8b; --green: #1e6b3a;
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #eceae6; font: 16px/1.7 var(--text); }
.bar { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: .6rem 1.5rem; color: #fff; background: var(--red); font: 15px/1.5 var(--head); }
.bar a { color: inherit; text-decoration: none; }
.bar .brand b { font-size: 1.2em; margin-right: .5em; letter-spacing: .15em; }
.bar nav { display: flex; gap: 1.2rem; align-items: center; white-space: nowrap; }
.bar nav a:hover, .bar .plain:hover { text-decoration: underline; }
.sheet { max-width: 48rem; margin: 1.5rem auto; padding: 2.5rem 3rem; background: #fff; box-shadow: 0 1px 4px #0002; }
.sheet.wide { max-width: 74rem; }
h1 { margin: .5rem 0 .3rem; font: 400 28px/1.45 var(--title); text-align: center; text-wrap: balance; }
.under { margin: 0 0 1.2rem; text-align: center; font-size: 18px; }
h2 { margin: 2rem 0 .6rem; font: 400 19px/1.5 var(--head); }
h3 { margin: 1.4rem 0 .4rem; font: 400 17px/1.5 var(--head); }
p.body { text-indent: 2em; margin: .5rem 0; font-size: 17px; }
.soft { color: var(--soft); font-size: 14px; }
.clocks { margin: 0 0 1.5rem; padding: .5rem 0; border-top: 1px solid var(--red); border-bottom: 1px solid var(--red); text-align: center; font-size: 14px; color: var(--soft); }
.clocks code, code { font: 13px/1.5 ui-monospace, "Liberation Mono", monospace; word-break: break-all; }
a { color: var(--link); }
table { width: 100%; margin: .6rem 0 1rem; border-collapse: collapse; font-size: 14px; line-height: 1.45; }
caption { caption-side: top; text-align: left; font: 15px/1.6 var(--head); padding-bottom: .2rem; }
th, td { padding: .3rem .45rem; border: 1px solid var(--line); vertical-align: middle; }
th { font: 400 13.5px/1.4 var(--head); background: var(--pale); }
td.n, th.n { text-align: right; font-family: var(--figures); white-space: nowrap; }
td.goal { min-width: 9.5em; }
td.c { text-align: center; white-space: nowrap; }
th.n { text-align: center; font-family: var(--head); }
table.standing { table-layout: fixed; min-width: 44rem; }
table.standing th:not(:first-child) { width: 13%; } table.standing th:last-child { width: 10%; }
details { margin: .4rem 0 1rem; } summary { color: var(--soft); font-size: 14px; cursor: pointer; }
td.n a { text-decoration: none; }
td.n a:hover { text-decoration: underline; }
tr.part th { text-align: left; background: #fff; }
tr.sum td, tr.sum th { font-weight: 600; background: var(--pale); }
.late a { color: var(--red); font-weight: 600; }
.zero a, .zero { color: #8b8b8b; }
.mark { margin-left: .3em; padding: 0 .3em; border: 1px solid var(--red); border-radius: 2px; color: var(--red); font: 12px/1.4 var(--head); white-space: nowrap; }
.yes { color: var(--green); } .no { color: var(--red); }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
.totals li { padding: .7rem .5rem .5rem; border: 1px solid #d8d4cc; text-align: center; background: #fdfcfa; }
.totals b { display: block; font: 400 26px/1.2 var(--figures); }
.totals a { text-decoration: none; }
.totals span { font: 14px/1.5 var(--head); color: var(--soft); }
form.fields { display: grid; gap: .9rem; max-width: 22rem; margin: 1.5rem auto; }
form.fields label { display: grid; gap: .2rem; font: 15px/1.5 var(--head); }
form.filter { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin-bottom: 1.5rem; padding: .8rem 1rem; background: var(--pale); }
form.filter label { display: grid; gap: .1rem; font: 13px/1.5 var(--head); color: var(--soft); }
input, select { padding: .4rem .5rem; border: 1px solid var(--line); border-radius: 3px; background: #fff; color: inherit; font: 15px/1.4 var(--head); max-width: 22rem; }
input[type=number] { width: 9rem; }
button { padding: .5rem 1.3rem; border: 0; border-radius: 3px; background: var(--red); color: #fff; font: 15px/1.4 var(--head); cursor: pointer; }
button:hover { background: #8f1d17; }
button.plain { padding: 0; background: none; font: inherit; }
button.second, a.second { padding: .45rem 1.2rem; border: 1px solid var(--red); border-radius: 3px; background: #fff; color: var(--red); font: 15px/1.4 var(--head); text-decoration: none; }
input:focus-visible, select:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.acts { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; margin: 2rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.notice { margin: 0 0 1.2rem; padding: .6rem 1rem; border-left: 4px solid; font: 15px/1.6 var(--head); }
.notice.good { border-color: var(--green); background: #edf5ef; }
.notice.bad { border-color: var(--red); background: #fbeeed; }
.empty { margin: 1rem 0; padding: 1.5rem; text-align: center; color: var(--soft); background: var(--pale); }
dl.data { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: 0; font-size: 13px; line-height: 1.5; }
dl.data dt { color: var(--soft); } dl.data dd { margin: 0; overflow-wrap: anywhere; }
ul.list { margin: 0; padding-left: 1.2em; } 
ul.programmes { padding: 0; list-style: none; }
ul.programmes li { margin: .8rem 0; padding: 1rem 1.2rem; border: 1px solid #d8d4cc; }
ul.programmes a { font: 19px/1.5 var(--title); }
.programmes span a { font: inherit; }
.scroll { overflow-x: auto; }
.qr { display: block; width: 5.5rem; height: 5.5rem; }
ul.officers { display: grid; grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); gap: .8rem; margin: .6rem 0; padding: 0; list-style: none; }
ul.officers > li { display: grid; grid-template-columns: 5rem 1fr auto; gap: 0 1rem; align-items: center; padding: .7rem .9rem; border: 1px solid var(--line); }
ul.officers b, .card b { display: block; font: 400 23px/1.4 var(--head); letter-spacing: .1em; }
ul.officers span, .card span { display: block; font-size: 15px; line-height: 1.5; }
.phone { display: block; font: 20px/1.5 var(--figures); text-decoration: none; white-space: nowrap; }
.photo { display: grid; place-items: center; width: 5rem; height: 7rem; border: 1px dashed var(--line); color: #8b8b8b; font-size: 14px; }
.duties { grid-column: 1 / -1; } .duties h3 { margin: .6rem 0 .2rem; } .duties ol { margin: 0; padding-left: 2em; columns: 22rem; }
.cards { display: grid; justify-content: center; margin: 1rem 0; } .copy { display: none; }
.card { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: center; width: 90mm; height: 54mm; padding: 3mm 5mm; border: 1px solid var(--line); background: #fff; }
.card h2, .card p { grid-column: 1 / -1; margin: 0; }
.card h2 { border-bottom: 2px solid var(--red); color: var(--red); font: 400 17px/1.6 var(--title); letter-spacing: .2em; }
.card p { font-size: 13px; line-height: 1.4; color: var(--soft); text-align: center; }
.card .qr { width: 24mm; height: 24mm; }
@media (max-width: 30rem) { ul.officers { grid-template-columns: 1fr; } ul.officers > li { grid-template-columns: 1fr auto; } .photo { display: none; } }
@media (max-width: 50rem) { .sheet { margin: 0; padding: 1.2rem 1rem; } .bar { flex-wrap: wrap; padding: .5rem 1rem; } h1 { font-size: 23px; } }
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt "SimSun", "Noto Serif CJK SC", serif; } }
  body { background: none; font-size: 12pt; }
  .bar, form.filter, .acts, .notice, .screen { display: none !important; }
  .sheet, .sheet.wide { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  h1 { font-size: 22pt; } .under { font-size: 16pt; } h2 { font-size: 15pt; } p.body { font-size: 14pt; }
  h2, h3, caption { break-after: avoid; }
  a, .late a, .zero a { color: inherit; text-decoration: none; }
  table { font-size: 9pt; } th { font-size: 9pt; } th, td { padding: 1mm 1.2mm; }
  tr, .totals li { break-inside: avoid; } thead { display: table-header-group; }
  .totals { grid-template-columns: repeat(6, 1fr); gap: 2mm; } .totals b { font-size: 16pt; } .totals span { font-size: 9pt; }
  .totals li, th { background: none; }
  .scroll { overflow: visible; }
  .clocks, .clocks code { font-size: 8.5pt; color: inherit; }
  @page board { size: A4; margin: 15mm; @bottom-center { content: none; } }
  .board { page: board; } .board > .soft { text-align: right; } .board h2 { margin-top: 6mm; }
  ul.officers { grid-template-columns: 1fr 1fr; gap: 4mm; } ul.officers > li { break-inside: avoid; grid-template-columns: 22mm 1fr auto; gap: 0 3mm; padding: 3mm; }
  .photo { width: 22mm; height: 30mm; } .board .qr { width: 22mm; height: 22mm; }
  ul.officers b { font-size: 16pt; letter-spacing: 0; } .board .phone { font-size: 13pt; } ul.officers span { font-size: 11pt; }
  @page cards { size: A4; margin: 13mm 15mm; @bottom-center { content: none; } }
  .cards { page: cards; grid-template-columns: 90mm 90mm; margin: 0; } .copy { display: block; }
  .card { break-inside: avoid; border: .2mm dashed var(--line); }
}
`;

/** Named by its content, so that browsers may keep it for ever. */
export const stylePath = `/assets/${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;
