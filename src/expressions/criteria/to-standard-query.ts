/** A piece of a query: a string, a pattern, or what stands between them. */
const pieces = /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|((?:[^'"])+)/gs;

const pattern = /(@[\w.$*[\]-]*)\s*=~\s*\/((?:[^/\\]|\\.)+)\/([a-z]*)/g;

const path = String.raw`[@$](?:\.[\w$-]+|\[\d+\])*?`;
const length = new RegExp(
  String.raw`(${path})\.(?:length|size)(?:\(\))?(?![\w(.[-])`,
  'g',
);

/** Hyphens and a leading digit are fine in the old names. */
const name = /(?<!\d)(\.\.?)((?=[\w$-]*-|\d)[\w$-]+)/g;

/** `[(@.length-1)]`: the only script that people write. */
const fromEnd = /\[\s*\(\s*@\.length\s*-\s*(\d+)\s*\)\s*\]/g;

/**
 * A query of the JSONPath of before RFC 9535 as one of RFC 9535: scripts that count from the end,
 * `.length`, `=~ /pattern/`, `===`, names with hyphens. What it does not know stays as it is, and
 * then is no query.
 */
export function toStandardQuery(query: string): string {
  return query
    .trim()
    .replaceAll(pattern, toSearch)
    .replaceAll(pieces, (_, string?: string, code = '') =>
      string === undefined ? translate(String(code)) : string,
    );
}

function translate(code: string): string {
  return code
    .replaceAll(fromEnd, '[-$1]')
    .replaceAll('===', '==')
    .replaceAll('!==', '!=')
    .replaceAll(length, 'length($1)')
    .replaceAll(name, (_, dots: string, word: string) =>
      dots === '..' ? `..['${word}']` : `['${word}']`,
    );
}

function toSearch(_: string, left: string, source: string, flags: string): string {
  const kept = flags.replaceAll(/[^ims]/g, '');
  const text = `${kept === '' ? '' : `(?${kept})`}${source.replaceAll('\\/', '/')}`;
  return `search(${left}, '${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}')`;
}
