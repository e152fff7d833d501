import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { xmlFor } from '../../../../src/analysis/cases/text/xml-for.ts';
import { loadEngines } from '../../../../src/expressions/index.ts';

const { xpath } = await loadEngines(['regex', 'xpath']);

/** The candidates that the engine agrees with. */
function confirmed(expression: string, wanted: boolean): readonly string[] {
  const compiled = xpath?.compile(expression);
  if (compiled?.ok !== true) throw new Error(`${expression} cannot be read`);
  return xmlFor(expression, wanted).filter((xml) => {
    try {
      return compiled.value.test(xml) === wanted;
    } catch {
      return false;
    }
  });
}

test.each([
  ['/order/status', '<order><status>status-1</status></order>', '<order/>'],
  [
    "'DONE' = /order/status",
    '<order><status>DONE</status></order>',
    '<order><status>other</status></order>',
  ],
  ['//element/@attr', '<root><element attr="attr-1"/></root>', '<root><element/></root>'],
  ['/a[b > 5 and b < 6]', '<a><b>5.5</b></a>', '<a><b>5</b></a>'],
  [
    "//i[@k = 'x'][2]/n = 1",
    '<root><i k="x"/><i k="x"><n>1</n></i></root>',
    '<root><i k="x"/><i k="x"><n>2</n></i></root>',
  ],
  [
    'count(//item) = 2',
    '<root><item/><item/></root>',
    '<root><item/><item/><item/></root>',
  ],
  [
    "/*[local-name() = 'A']/*[local-name() = 'B']",
    '<A><B>B-1</B></A>',
    '<A><other/></A>',
  ],
  ["//text() = '<&>'", '<root>&lt;&amp;&gt;</root>', '<root>other</root>'],
  ["/a/@b = '\"'", '<a b="&quot;"/>', '<a b="other"/>'],
  [
    '/s:E/s:B > 1',
    '<s:E xmlns:s="urn:s"><s:B>2</s:B></s:E>',
    '<s:E xmlns:s="urn:s"><s:B>1</s:B></s:E>',
  ],
  [
    '/Q{urn:x}a/@Q{urn:y}b = 1',
    '<a xmlns="urn:x" xmlns:n0="urn:y" n0:b="1"/>',
    '<a xmlns="urn:x" xmlns:n0="urn:y" n0:b="2"/>',
  ],
  ["/a/@xml:lang = 'en'", '<a xml:lang="en"/>', '<a xml:lang="other"/>'],
])('%s: %s, and false: %s', (expression, whenTrue, whenFalse) => {
  expect(confirmed(expression, true)[0]).toBe(whenTrue);
  expect(confirmed(expression, false)[0]).toBe(whenFalse);
});

describe('a document is found in which it is true, and one in which it is false', () => {
  test.each([
    [
      'comparisons',
      "//a != 'x'",
      '-1 < //a',
      "//a eq 'x'",
      "//a = ('x', 'y')",
      '//a = true()',
    ],
    ['two paths', '//a = //b', '//a < //b', '//a/@b = //c/@d', 'count(//a) > count(//b)'],
    [
      'functions',
      "lower-case(//a) = 'ok'",
      'string-length(normalize-space(//a)) > 0',
      'sum(//a) > 9',
    ],
    [
      'texts',
      "contains(//a, 'x')",
      "ends-with(/a/@b, 'x')",
      "contains('A B', //a)",
      'contains(//a, //b)',
    ],
    [
      'patterns',
      String.raw`matches(//a, '^[A-Z]{3}\d+$')`,
      "matches(//a, 'ab', 'i')",
      "matches(//a, '(', 'q')",
    ],
    [
      'logic',
      '//a and (//b or not(//c))',
      'exists(//a) and empty(//b)',
      'not(boolean(//a))',
    ],
    [
      'positions',
      '//a[3]',
      '//a[position() < 3]/b',
      "//a[last()] = 'z'",
      '//a[position() = last()]/b',
    ],
    [
      'axes',
      "//a/following-sibling::b = 'x'",
      '//a/preceding-sibling::b',
      '//a/ancestor::b',
      '/descendant::a',
    ],
    [
      'parents',
      "/a/b[../@id = '1']",
      '//a/../b',
      "//a/self::a = 'x'",
      '//a/ancestor-or-self::b',
    ],
    [
      'lists',
      "(//a)[2] = 'x'",
      "(//a | //b) = 'x'",
      "//a/(b | c) = 'x'",
      'count((//a, //b)) = 1',
    ],
    [
      'last steps',
      "/a/string() = 'x'",
      "//a/b/contains(., 'x')",
      'xs:integer(//a) = 7',
      '//a cast as xs:integer = 7',
    ],
    [
      'kinds',
      '//a[text()]',
      '//a[not(text())]',
      '/element(a)/attribute(b)',
      "//node()/@b = 'x'",
      '//a/@*',
    ],
    [
      'names',
      "name(/*) = 'p:order'",
      "//*[namespace-uri() = 'urn:x' and local-name() = 'a']",
      '//p:*/*:b',
    ],
    [
      'variables',
      "some $x in //a satisfies $x/b = 'c'",
      "every $x in //a satisfies $x/b = 'c'",
    ],
    [
      'several at once',
      "/a/b = 'x' and /a/b = 'y'",
      "//i[1]/n = 'a' and //i[2]/n = 'b'",
      "contains(//a, 'x') and contains(//a, 'y')",
    ],
  ])('%s', (_what, ...expressions) => {
    for (const expression of expressions) {
      expect([expression, confirmed(expression, true)]).not.toEqual([expression, []]);
      expect([expression, confirmed(expression, false)]).not.toEqual([expression, []]);
    }
  });
});

test.each([
  ['what is never true', 'false()', true],
  ['what is never false', '/*', false],
  ['what cannot be read', '//a[', true],
  ['functions that are not understood', "translate(//a, 'a', 'b') = 'b'", true],
  ['functions of others', "unknown:f(//a) = 'b'", true],
  ['operators that are not understood', '//a + 1 = 2', true],
  ['other expressions', 'for $x in //a return $x', true],
  ['comments', '//comment()', true],
  ['names that are none', "name(/*) = 'a b'", true],
  ['characters that no XML has', "//a = codepoints-to-string(7) or //b = '\u0007'", true],
])('nothing is given for %s', (_what, expression, wanted) => {
  expect(xmlFor(expression, wanted).filter((xml) => xml !== '<root/>')).toEqual([]);
});

test.each([
  `${'('.repeat(1_900)}a${')'.repeat(1_900)}`,
  `${'not('.repeat(150)}//a${')'.repeat(150)}`,
  `//a${'[b'.repeat(150)}${']'.repeat(150)}`,
  `${'a or '.repeat(700)}a`,
  `//a[${'count(b['.repeat(20)}c${']) = 20'.repeat(20)}]`,
  'count(//a) = 1000000000',
  'string-length(//a) = 1000000000',
  '//a[1000000000]',
  `${'//a'.repeat(300)} = ${'//b'.repeat(300)}`,
  'a'.repeat(5_000),
])('a hostile expression costs little: %.20s', (expression) => {
  const start = performance.now();
  const texts = [...xmlFor(expression, true), ...xmlFor(expression, false)];
  expect(performance.now() - start).toBeLessThan(4_000);
  expect(texts.every(({ length }) => length < 50_000)).toBe(true);
});

/** Each can be true and false; the sign stands for a name of its own. */
const atoms = [
  '/doc/#',
  '//#/@k',
  "/doc/# = 'x'",
  "/doc/#/text() != 'x'",
  "//#[@k = 'v']",
  '//#[b and not(c)]',
  "//#[b[@k > 3] or c = 'x']/d",
  '/doc/#[2]',
  "//#[@k][2]/b = 'x'",
  'count(//#) = 2',
  'count(/doc/#[@k]) >= 1',
  'string-length(//#) > 3',
  "contains(//#, 'x y')",
  "starts-with(string(//#/@k), 'v')",
  "normalize-space(//#) = 'x'",
  'exists(//#/b/c)',
  'empty(//#)',
  'boolean(//#/b)',
  "lower-case(//#/@k) = 'x'",
  'number(//#) <= 3',
  '5 < //#',
  '//#/b ge //#/c',
  "matches(//#, '^[a-z]+$')",
  "//*[local-name() = '#']/b",
  "//*:#/@k = 'x'",
  '//p:#/@p:k',
] as const;

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(...atoms),
    tie('expression').map((inner) => `not(${inner})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
  ),
}));

/** With names that occur once, nothing can contradict anything. */
function withNames(pattern: string): string {
  let atom = 0;
  return pattern.replaceAll('#', () => `n${(atom += 1)}`);
}

test('whatever is composed of these parts, there is a document for both outcomes', () => {
  fc.assert(
    fc.property(expression, fc.boolean(), (composed, wanted) => {
      expect(confirmed(withNames(composed), wanted)).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('the same expression gives the same documents', () => {
  for (const atom of atoms) expect(xmlFor(atom, true)).toEqual(xmlFor(atom, true));
});
