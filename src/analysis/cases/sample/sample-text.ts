import type { JsonObject } from '../../../arazzo-import/document.ts';
import { textsFor } from '../text/texts-for.ts';
import { patterns } from './patterns.ts';
import { boundOf } from './sampling.ts';

/** A text that fits the parts of a schema; it is called after the member it stands in. */
export function sampleText(parts: readonly JsonObject[], name: string): string {
  const least = boundOf(parts, 'minLength', 'greatest') ?? 0;
  const most = boundOf(parts, 'maxLength', 'least') ?? Infinity;
  const fits = (text: string): boolean =>
    lengthOf(text) >= least && lengthOf(text) <= most && matchesAll(parts, text);
  const named = `${name}-1`;
  for (const text of candidates(parts, name)) if (fits(text)) return text;
  for (const text of candidates(parts, name)) {
    const other = resize(text, least, most);
    if (fits(other)) return other;
  }
  return resize(named, least, most);
}

function* candidates(parts: readonly JsonObject[], name: string): Generator<string> {
  yield* parts.flatMap(({ format }) => formattedText(format, name) ?? []);
  yield `${name}-1`;
  for (const { pattern } of parts) if (isText(pattern)) yield* matchingTexts(pattern);
}

/** How many patterns are remembered; schemas repeat a few. */
const mostPatterns = 200;

const known = new Map<string, readonly string[]>();

function matchingTexts(pattern: string): readonly string[] {
  const found = known.get(pattern) ?? [
    ...textsFor(pattern, '', true),
    ...textsFor(`^(?:${pattern})$`, '', true),
  ];
  if (known.size === mostPatterns) known.clear();
  known.set(pattern, found);
  return found;
}

/** A text of a format of JSON Schema or OpenAPI; `undefined` for one that is not known. */
function formattedText(format: unknown, name: string): string | undefined {
  if (typeof format !== 'string') return undefined;
  const word = name.toLowerCase().replaceAll(/[^\da-z]+/gu, '-') || 'text';
  const texts: Readonly<Record<string, string>> = {
    ...plainFormats,
    email: `${word}@example.com`,
    'idn-email': `${word}@example.com`,
    uri: `https://example.com/${word}`,
    url: `https://example.com/${word}`,
    iri: `https://example.com/${word}`,
    'uri-reference': `/${word}`,
    'iri-reference': `/${word}`,
    'uri-template': `/${word}`,
  };
  return Object.hasOwn(texts, format) ? texts[format] : undefined;
}

const plainFormats: Readonly<Record<string, string>> = {
  'date-time': '2024-01-01T00:00:00Z',
  date: '2024-01-01',
  time: '00:00:00Z',
  duration: 'P1D',
  uuid: '00000000-0000-4000-8000-000000000001',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'dGV4dA==',
  'json-pointer': '/a',
  'relative-json-pointer': '0',
  regex: '.*',
};

function matchesAll(parts: readonly JsonObject[], text: string): boolean {
  return parts.every(({ pattern }) => {
    if (!isText(pattern)) return true;
    const compiled = patterns.compile(pattern, '');
    return !compiled.ok || compiled.value.test(text);
  });
}

/** More characters than anybody reads are not made. */
const longest = 10_000;

function resize(text: string, least: number, most: number): string {
  const characters = Array.from(text);
  if (characters.length > most)
    return characters.slice(-most || characters.length).join('');
  return text.padEnd(Math.min(least, longest), text === '' ? 'x' : text);
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
