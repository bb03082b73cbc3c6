/** How the page looks: light and dark, at a desk and on a phone, where tables become cards. */
export const STYLE = `
:root{color-scheme:light dark;--line:#8884;--bad:#c62828;--good:#2e7d32;--bar:#1976d2;--soft:#8881;--link:#1565c0}
@media (prefers-color-scheme:dark){:root{--bad:#ef5350;--good:#66bb6a;--bar:#64b5f6;--link:#90caf9}}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}a{color:var(--link)}
.facts{opacity:.8;margin:.3rem 0}nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.6rem 0}
.badge{font-size:.85rem;font-weight:600;border:1px solid;border-radius:1rem;padding:.1rem .7rem;vertical-align:middle;white-space:nowrap}
.ok{color:var(--good)}.bad{color:var(--bad)}
.error{border-left:4px solid var(--bad);background:var(--soft);padding:.6rem 1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%}thead{white-space:nowrap}
td,th{border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}th{font-weight:600}
td{overflow-wrap:break-word}
.finding{border:1px solid var(--line);border-radius:6px;padding:.6rem 1rem;margin:.6rem 0}
.finding>b{color:var(--bad)}.finding p{margin:.2rem 0}.logs{font-size:13px}summary{cursor:pointer}
pre{background:var(--soft);white-space:pre-wrap;padding:.6rem;margin:.5rem 0 0;font-size:13px}
.row{display:grid;grid-template-columns:minmax(8rem,18rem) 1fr 9rem;gap:0 .8rem;align-items:center;font-size:13px}
.row>span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row small{opacity:.7}
.row>span:last-child{text-align:right;white-space:nowrap}
.track{height:.8rem;background:var(--soft);position:relative;border-radius:3px}
.track i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--bar);border-radius:3px}.track i.bad{background:var(--bad)}
.axis{opacity:.7}.ticks{position:relative;height:1.4rem;border-bottom:1px solid var(--line)}
.ticks span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.ticks span:first-child{transform:none}.ticks span:last-child{transform:translateX(-100%)}
@media (max-width:40rem){
body{padding:1rem}
.row{grid-template-columns:1fr auto;margin-bottom:.3rem}.row .track,.row .ticks{grid-column:1/-1;grid-row:2}
.ticks span:nth-child(even){display:none}
table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:1px solid var(--line);padding:.4rem 0}
td{border:0;padding:0}td[data-label]::before{content:attr(data-label) ": ";opacity:.7}
}
`.trim();
