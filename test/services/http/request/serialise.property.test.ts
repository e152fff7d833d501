import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCookie } from '../../../../src/services/http/request/build-headers.ts';
import { percentEncode } from '../../../../src/services/http/request/percent-encode.ts';
import {
  toPairs,
  toStyledText,
} from '../../../../src/services/http/request/serialise.ts';

// Decoders that know nothing of how it was written, but what RFC 6570 and OpenAPI say.
const text = fc.string({ unit: 'grapheme', minLength: 1 });
const texts = fc.array(text, { minLength: 1 });
const record = fc
  .uniqueArray(text, { minLength: 1 })
  .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), text))));

const plain = { encode: percentEncode };

function query(pairs: readonly (readonly [string, string])[]): [string, string][] {
  return [...new URLSearchParams(pairs.map((pair) => pair.join('=')).join('&'))];
}

function decodeList(part: string, delimiter: string): string[] {
  return part.split(delimiter).map(decodeURIComponent);
}

describe('queries', () => {
  it('carry every exploded list', () => {
    fc.assert(
      fc.property(text, texts, (name, list) => {
        const pairs = toPairs(name, list, { ...plain, style: 'form', explode: true });
        expect(query(pairs)).toEqual(list.map((item) => [name, item]));
      }),
    );
  });

  it('carry every exploded object', () => {
    fc.assert(
      fc.property(record, (members) => {
        const value = Object.fromEntries(members);
        const pairs = toPairs('p', value, { ...plain, style: 'form', explode: true });
        expect(Object.fromEntries(query(pairs))).toEqual(value);
      }),
    );
  });

  it.each([
    ['form', ','],
    ['spaceDelimited', '%20'],
    ['pipeDelimited', '%7C'],
    ['tabDelimited', '%09'],
  ] as const)('carry every list in the style %s', (style, delimiter) => {
    // By the letter of the specification, a delimiter inside an item cannot be told from one between.
    const items = fc.array(
      text.filter((item) => !/[ |\t]/u.test(item)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(items, (list) => {
        const pairs = toPairs('p', list, { ...plain, style, explode: false });
        expect(decodeList(pairs[0]?.[1] ?? '', delimiter)).toEqual(list);
      }),
    );
  });

  it('carry every object in the style deepObject', () => {
    fc.assert(
      fc.property(record, (members) => {
        const value = Object.fromEntries(members);
        const pairs = toPairs('p', value, {
          ...plain,
          style: 'deepObject',
          explode: true,
        });
        const read = query(pairs).map(([name, each]) => [name.slice(2, -1), each]);
        expect(Object.fromEntries(read)).toEqual(value);
      }),
    );
  });
});

describe('paths', () => {
  it('carry every list', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const simple = toStyledText('p', list, {
          ...plain,
          style: 'simple',
          explode: false,
        });
        expect(decodeList(simple, ',')).toEqual(list);
        const matrix = toStyledText('p', list, {
          ...plain,
          style: 'matrix',
          explode: true,
        });
        expect(
          matrix
            .split(';')
            .slice(1)
            .map((part) => decodeURIComponent(part.slice(2))),
        ).toEqual(list);
      }),
    );
  });

  it('are one segment, whatever is in them', () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = toStyledText('p', value, {
          ...plain,
          style: 'simple',
          explode: false,
        });
        expect(written).toMatch(/^[A-Za-z\d._~%-]+$/u);
      }),
    );
  });
});

describe('cookies', () => {
  it('carry every text in characters that a cookie may have', () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = encodeCookie(value);
        expect(written).toMatch(/^[!#-+\--:<-[\]-~]+$/u);
        expect(decodeURIComponent(written)).toBe(value);
      }),
    );
  });
});
