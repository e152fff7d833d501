import type { ParameterStyle } from '../../../openapi/index.ts';

/** How a value is written; `encode` makes keys and values safe for the place they stand in. */
export interface Writing {
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly encode: (text: string) => string;
}

/** Names and values that were encoded; joined with `=` and `&` they are a query or a form. */
export type Pair = readonly [name: string, value: string];

/**
 * Writes a value as pairs, in the styles of queries, forms and cookies. What is `null` or empty
 * gives no pairs (RFC 6570, section 3.2.1).
 */
export function toPairs(name: string, value: unknown, writing: Writing): readonly Pair[] {
  const { style, explode, encode } = writing;
  const key = encode(name);
  if (value === null || value === undefined) return [];
  if (style === 'deepObject') return deepPairs(key, value, encode);
  if (Array.isArray(value)) {
    const items = itemsOf(value).map(encode);
    if (explode) return items.map((item) => [key, item]);
    return items.length === 0 ? [] : [[key, items.join(delimiterOf(style, encode))]];
  }
  if (typeof value === 'object') {
    const members = membersOf(value).map(
      ([each, text]) => [encode(each), encode(text)] as const,
    );
    if (explode) return members;
    return members.length === 0
      ? []
      : [[key, members.flat().join(delimiterOf(style, encode))]];
  }
  return [[key, encode(toText(value))]];
}

/** Writes a value as one text, in the styles of paths and headers. */
export function toStyledText(name: string, value: unknown, writing: Writing): string {
  if (typeof value === 'string' && writing.style === 'simple')
    return writing.encode(value);
  if (writing.style === 'label') return labelText(value, writing);
  if (writing.style === 'matrix') return matrixText(name, value, writing);
  return partsOf(value, writing).join(',');
}

function labelText(value: unknown, writing: Writing): string {
  const parts = partsOf(value, writing);
  return parts.length === 0 ? '' : `.${parts.join(writing.explode ? '.' : ',')}`;
}

function matrixText(name: string, value: unknown, writing: Writing): string {
  const { encode } = writing;
  const pairs = toPairs(name, value, { ...writing, style: 'form' });
  // An exploded object has its own names; otherwise an empty value stands without `=`.
  return pairs
    .map(([key, text]) =>
      text === '' && key === encode(name) ? `;${key}` : `;${key}=${text}`,
    )
    .join('');
}

function partsOf(value: unknown, { explode, encode }: Writing): readonly string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return itemsOf(value).map(encode);
  if (typeof value !== 'object') return [encode(toText(value))];
  const members = membersOf(value).map(
    ([key, text]) => [encode(key), encode(text)] as const,
  );
  return explode ? members.map(([key, text]) => `${key}=${text}`) : members.flat();
}

/** `a[b]=1`, and deeper; items of an array repeat the name. */
function deepPairs(
  key: string,
  value: unknown,
  encode: (text: string) => string,
): readonly Pair[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => deepPairs(key, item, encode));
  if (typeof value !== 'object') return [[key, encode(toText(value))]];
  return Object.entries(value).flatMap(([member, each]) =>
    deepPairs(`${key}${encode('[')}${encode(member)}${encode(']')}`, each, encode),
  );
}

const delimiters: Partial<Record<ParameterStyle, string>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

function delimiterOf(style: ParameterStyle, encode: (text: string) => string): string {
  const delimiter = delimiters[style];
  return delimiter === undefined ? ',' : encode(delimiter);
}

function itemsOf(value: readonly unknown[]): readonly string[] {
  return value.filter(isPresent).map(toText);
}

function membersOf(value: object): readonly [string, string][] {
  return Object.entries(value)
    .filter(([, member]) => isPresent(member))
    .map(([key, member]) => [key, toText(member)]);
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** What no style describes, an object inside an array, is written as JSON. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
