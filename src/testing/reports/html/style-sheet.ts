/** The look of a report: light and dark, nothing from outside. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #fff; --card: #f6f8fa; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0;
  --good: #1a7f37; --bad: #cf222e; --part: #9a6700; --link: #0969da;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --card: #151b23; --ink: #f0f6fc; --faint: #9198a1; --line: #3d444d;
    --good: #3fb950; --bad: #f85149; --part: #d29922; --link: #4493f8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 72rem;
  background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
}
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
p { margin: .25rem 0; }
.faint { color: var(--faint); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.part { color: var(--part); }
.bars { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem 1.5rem; }
.bar { height: .5rem; border-radius: .25rem; background: var(--line); overflow: hidden; margin-top: .25rem; }
.bar > span { display: block; height: 100%; background: var(--part); }
.bar > .all { background: var(--good); }
.measure { display: flex; justify-content: space-between; }
.tree { list-style: none; margin: 0; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; font: 13px/1.7 ui-monospace, monospace; }
.tree li { padding-left: calc(var(--depth) * 1.25rem + 1.25rem); position: relative; overflow-wrap: anywhere; }
.tree li::before { content: ""; position: absolute; left: calc(var(--depth) * 1.25rem + .25rem); top: .85em; width: .7rem; border-top: 1px solid var(--line); }
.tree li.trunk { font-weight: 600; }
.tree li.trunk::before { width: .5rem; height: .5rem; margin-top: -.25rem; border: 0; border-radius: 50%; background: var(--faint); }
.tree a { color: inherit; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; }
details[open] > summary { border-bottom: 1px solid var(--line); }
summary { padding: .5rem .75rem; cursor: pointer; font: 13px/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
details.failed { border-color: var(--bad); }
.inside { padding: .25rem .75rem .75rem; }
ol.events { margin: .5rem 0 0; padding: 0; list-style: none; counter-reset: event; }
ol.events > li { counter-increment: event; padding: .5rem 0 .5rem 2.25rem; border-top: 1px solid var(--line); position: relative; }
ol.events > li::before { content: counter(event); position: absolute; left: 0; color: var(--faint); font-variant-numeric: tabular-nums; }
ol.events > li.wrong { box-shadow: inset 3px 0 var(--bad); }
ol.events > li.wrong::before { left: .6rem; color: var(--bad); }
.problem { margin: .5rem 0; padding: .5rem .75rem; border-left: 3px solid var(--bad); background: var(--card); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .25rem 1rem; }
.sides > div { min-width: 0; }
pre { margin: .25rem 0; padding: .5rem .75rem; background: var(--card); border-radius: .375rem; font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow: auto; }
.problem pre { background: var(--paper); }
.label { color: var(--faint); font-size: 12px; }
table { border-collapse: collapse; width: 100%; }
td { padding: .4rem .75rem .4rem 0; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child { font: 13px/1.6 ui-monospace, monospace; width: 45%; }
@media print { details > .inside { display: block; } pre { max-height: none; } }
`;
