import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { textsFor } from '../../../../src/analysis/cases/text/texts-for.ts';
import { regexEngine } from '../../../../src/expressions/engines/regex-engine.ts';

/** The candidates that the engine agrees with. */
function confirmed(pattern: string, wanted: boolean, flags = ''): readonly string[] {
  const regex = regexEngine.compile(pattern, flags);
  if (!regex.ok) throw new Error(regex.error.message);
  return textsFor(pattern, flags, wanted).filter(
    (text) => regex.value.test(text) === wanted,
  );
}

describe('a text that matches', () => {
  test.each([
    ['^(ACTIVE|COMPLETED)$', 'ACTIVE'],
    ['^200$', '200'],
    [String.raw`^[\s\S]*404 - Not found\.[\s\S]*$`, '404 - Not found.'],
    [String.raw`^\d{4}-\d{2}$`, '1111-11'],
    ['[[:upper:]][[:^alpha:]]', 'A1'],
    ['(?i)^abc$', 'abc'],
    ['x(?i:y)(?s)z', 'xyz'],
    [String.raw`\A(?P<year>\d+)(?<month>m)\z`, '1m'],
    [String.raw`\pL\p{Lu}\p{Greek}\P{^Nd}`, 'aAα1'],
    [String.raw`\Q(a.b)\E+`, '(a.b)'],
    [String.raw`[\w-.]+@[^a-z]`, 'a@A'],
    [String.raw`[a\-z][&&][--/]`, 'a&-'],
    [String.raw`\x{1F600}\u00e9\101`, '😀éA'],
    ['(?i)[^a-z]', '1'],
    [String.raw`\/pets\/{x}]`, '/pets/{x}]'],
    ['a{2,3}?b*', 'aa'],
    ['^[a-z]*$', 'a'],
    ['^$', ''],
  ])('%s: %s', (pattern, text) => {
    expect(confirmed(pattern, true)[0]).toBe(text);
  });

  test('there is one for each of the alternatives', () => {
    expect(confirmed('^(A|B|C)-(x|y)$', true)).toEqual(
      expect.arrayContaining(['A-x', 'B-x', 'C-x', 'A-y', 'B-y']),
    );
  });

  test.each([
    [String.raw`\bid\b`, 'id'],
    [String.raw`\Bid\B`, 'aida'],
    [String.raw`\b-\b`, 'a-a'],
    [String.raw`a*\b!`, 'a!'],
  ])('words end where they have to: %s: %s', (pattern, text) => {
    expect(confirmed(pattern, true)[0]).toBe(text);
  });
});

describe('a text that does not match', () => {
  test.each([
    ['^(ACTIVE|COMPLETED)$', 'other'],
    ['[a-z]', 'OTHER'],
    [String.raw`[\w-]`, ''],
    ['^.{0,5}$', '\n'],
    [String.raw`^[\s\S]{0,5}$`, 'xxxxxx'],
    [String.raw`^[^<]*$`, '<'],
  ])('%s: %j', (pattern, text) => {
    expect(confirmed(pattern, false)[0]).toBe(text);
  });

  test('nothing is claimed of a pattern that matches everything', () => {
    expect(confirmed('a*', false)).toEqual([]);
  });
});

test.each(['(', 'a**', String.raw`(a)\1`, '(?=a)b', 'a'.repeat(5_000)])(
  'what cannot be read gives nothing: %.20s',
  (pattern) => {
    expect(textsFor(pattern, '', true)).toEqual([]);
  },
);

test.each([
  '(a{1000}){1000}',
  '((a{0,1000}){1000}){1000}',
  '((?:){1000}){1000}',
  '('.repeat(1_900) + 'a' + ')'.repeat(1_900),
  Array.from({ length: 700 }, (_, index) => `a${index}`).join('|'),
  '(a*)*'.repeat(700),
  '['.repeat(4_000),
  String.raw`\Q`.repeat(2_000),
  '[a-z]?'.repeat(600),
])('a hostile pattern costs little: %.20s', (pattern) => {
  const start = performance.now();
  const texts = [...textsFor(pattern, '', true), ...textsFor(pattern, '', false)];
  expect(performance.now() - start).toBeLessThan(1_500);
  expect(texts.length).toBeLessThan(40);
  expect(texts.every(({ length }) => length <= 1_100)).toBe(true);
});

const { pattern } = fc.letrec<{ pattern: string; part: string; atom: string }>((tie) => ({
  pattern: fc
    .array(fc.array(tie('part'), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((alternatives) => alternatives.map((parts) => parts.join('')).join('|')),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,3}', '+?'))
    .map(([atom, times]) => atom + times),
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      ...'a Z 7 - . / ] } é 😀 &&'.split(' '),
      ...String.raw`\d \D \w \W \s \S \. \- \pL \P{Lu} \n \x41 \x{e9} \007 \Q*\E`.split(
        ' ',
      ),
      ...String.raw`[a-z] [^a-z] [\d_] [^\w] [[:alpha:]-] [+--] [^-] [.&&] [(] [\]]`.split(
        ' ',
      ),
    ),
    tie('pattern').map((inner) => `(${inner})`),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(?i:${inner})`),
  ),
}));

test('whatever is composed of these parts, every text that is given matches', () => {
  fc.assert(
    fc.property(pattern, (composed) => {
      const texts = textsFor(composed, '', true);
      expect(texts).not.toEqual([]);
      expect(confirmed(composed, true)).toEqual(texts);
    }),
    { numRuns: 100 },
  );
});

test('the same pattern gives the same texts', () => {
  fc.assert(
    fc.property(pattern, fc.boolean(), (composed, wanted) => {
      expect(textsFor(composed, '', wanted)).toEqual(textsFor(composed, '', wanted));
    }),
    { numRuns: 20 },
  );
});
