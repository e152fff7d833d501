import type { Cursor } from './cursor.ts';

const hexadecimal = /\\[xu](?:\{([\da-f]+)\}|(?<=x)([\da-f]{2})|(?<=u)([\da-f]{4}))/iy;
const octal = /\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/y;
const property = /\\(p)(?:\{(\^?)(\w+)\}|(\w))/iy;
const control = /\\c([a-z])/iy;
/** The same in both; a backreference, so that it is seen. */
const known = /\\[dDsSwWbBnrtfv1-7]/y;
const escaped = /\\(.)/suy;

/** Escapes that are written otherwise in ECMAScript. */
const renamed = new Map([
  ['a', String.raw`\u{7}`],
  ['A', '^'],
  ['z', '$'],
]);

/** What a backslash begins, as ECMAScript writes it; `undefined` when there is none. */
export function toEscape(cursor: Cursor): string | undefined {
  const code = cursor.take(hexadecimal);
  if (code !== undefined) return toCode(code[1] ?? code[2] ?? code[3] ?? '');
  const digits = cursor.take(octal);
  if (digits !== undefined)
    return toCode(Number.parseInt(digits[1] ?? '', 8).toString(16));
  const named = cursor.take(property);
  if (named !== undefined) return toProperty(named);
  const same = cursor.take(control) ?? cursor.take(known);
  if (same !== undefined) return same[0];
  const other = cursor.take(escaped)?.[1];
  if (other === undefined) return undefined;
  return renamed.get(other) ?? toCode(other.codePointAt(0)?.toString(16) ?? '');
}

function toCode(hex: string): string {
  return String.raw`\u{${hex}}`;
}

/** `\pL`, `\p{Lu}` and `\P{^L}` are categories; `\p{Greek}` is a script. */
function toProperty([, p = '', negation, braced, single]: RegExpExecArray): string {
  const name = braced ?? single ?? '';
  const isCategory = /^(?:Any|[CLMNPSZ][a-z]?)$/.test(name);
  const isNegative = (p === 'P') !== (negation === '^');
  return `\\${isNegative ? 'P' : 'p'}{${isCategory ? name : `Script=${name}`}}`;
}
