// What a terminal shows, as SVG, for the pictures in `docs/images`:
//   script -qc 'stty cols 88; node dist/cli/bin.js test a.arazzo.yaml' /dev/null | node scripts/terminal-svg.mjs '$ arazzo-xstate test a.arazzo.yaml'
import { readFileSync } from 'node:fs';

const [command = ''] = process.argv.slice(2);
const character = 8.4;
const line = 19;
const margin = 18;
const looks = {
  1: { 'font-weight': 'bold' },
  2: { fill: '#7d8590' },
  22: { 'font-weight': undefined, fill: undefined },
  31: { fill: '#ff7b72' },
  32: { fill: '#56d364' },
  33: { fill: '#e3b341' },
  39: { fill: undefined },
};

/** The spans of a line: texts with the column where they begin and how they look. */
function spansOf(text) {
  let column = 0;
  let look = {};
  return text.split('\u001b[').flatMap((part, index) => {
    const [, code, shown] = index === 0 ? ['', '', part] : /^(\d+)m(.*)$/su.exec(part);
    look = { ...look, ...looks[code] };
    const indent = shown.length - shown.trimStart().length;
    const span = { column: column + indent, text: shown.trim(), look };
    column += [...shown].length;
    return span.text === '' ? [] : [span];
  });
}

function toText({ column, text, look }, row) {
  const attributes = Object.entries({
    x: (margin + column * character).toFixed(1),
    y: margin + 13 + row * line,
    textLength: ([...text].length * character).toFixed(1),
    ...look,
  }).filter(([, value]) => value !== undefined);
  const written = attributes.map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<text ${written}>${escape(text)}</text>`;
}

function escape(text) {
  return text.replace(/[&<>]/gu, (each) => `&#${each.codePointAt(0)};`);
}

const output = readFileSync(0, 'utf8').replaceAll('\r', '').trimEnd();
const rows = [command, ...output.split('\n')].map(spansOf);
const columns = Math.max(
  ...rows.flat().map(({ column, text }) => column + [...text].length),
);
const width = Math.ceil(columns * character + 2 * margin);
const height = rows.length * line + 2 * margin;
process.stdout
  .write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows.flatMap((spans, row) => spans.map((span) => toText(span, row))).join('\n')}
</svg>
`);
