import { expect, test } from 'vitest';
import {
  evaluateCriterion,
  loadEngines,
  parseCriterion,
} from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import {
  compile,
  holds,
  notesOn,
  problemIn,
  reason,
  xpath,
} from '../support/criterion.ts';

function selects(condition: string, body: unknown, version?: string): boolean {
  return holds(xpath(condition, version), answer(body));
}

const sold = '<r><s a="1">OK</s><n>5</n></r>';

test.each([
  ["/r/s[text()='OK']", true],
  ["/r/s[text()='NO']", false],
  ['count(//s) > 0', true],
  ['count(//x) > 0', false],
  ['//s/@a', true],
  ['/r/n > 4', true],
  ["/r/s = 'OK' and not(/r/x)", true],
  ["some $n in //n satisfies $n = '5'", true],
  ['let $n := //n return $n = 5', true],
  ["//s ! string(.) = 'OK'", true],
  ["//*:s = 'OK'", true],
])('A-CRIT-09 %s is %s', (condition, expected) => {
  expect(selects(condition, sold)).toBe(expected);
});

test.each([
  ['0', false],
  ["''", false],
  ['()', false],
  ['false()', false],
  ["'x'", true],
  ['5', true],
  ['//s', true],
  ["('a', 'b')", false],
])('B-CRIT-09 the effective boolean value of %s is %s', (condition, expected) => {
  expect(selects(condition, sold)).toBe(expected);
});

test.each([null, undefined, '', 'no xml', '<a>', 5, { a: 1 }])(
  'B-CRIT-10 B-CRIT-11 the context %j fails',
  (body) => {
    expect(selects('true()', body)).toBe(false);
    expect(reason(xpath('true()'), answer(body))).toContain('true() — ');
  },
);

test.each(['/r[', '$.a == 1', '/a == 1', '', 'nosuch(1)', '//s = '])(
  'B-CRIT-10 "%s" is a problem',
  (condition) => {
    expect(problemIn(xpath(condition))).toBeDefined();
  },
);

test('a problem stands where the expression breaks', () => {
  expect(problemIn(xpath('/a/b == 1'))).toMatchObject({ offset: 6 });
});

test.each(['xpath-31', 'xpath-30', 'xpath-20', 'xpath-10'])(
  'A-CRIT-11 B-ETO-01 the version %s can be asked for',
  (version) => {
    expect(selects("/r/s = 'OK'", sold, version)).toBe(true);
  },
);

test.each(['rfc9535', 'xpath-40', 'foo'])(
  'B-ETO-02 the version %s is a problem',
  (version) => {
    expect(problemIn(xpath('/r', version))).toMatchObject({ field: 'version' });
  },
);

test('B-CRIT-01 expressions in the condition are replaced first', () => {
  const criterion = xpath("//n[. > {$inputs.min}] and //s = '{$inputs.s}'");
  expect(holds(criterion, { ...answer(sold), inputs: { min: 4, s: 'OK' } })).toBe(true);
  expect(holds(criterion, { ...answer(sold), inputs: { min: 5, s: 'OK' } })).toBe(false);
});

test.each(['"', "'"])(
  'B-CRIT-01 a value between %s cannot change the expression',
  (quote) => {
    const criterion = xpath(`//s = ${quote}{$inputs.s}${quote}`);
    const s = `x${quote} or ${quote}1${quote} = ${quote}1`;
    expect(holds(criterion, { ...answer(sold), inputs: { s } })).toBe(false);
    const body = `<s>${s.replaceAll('"', '&quot;')}</s>`;
    expect(holds(criterion, { ...answer(body), inputs: { s } })).toBe(true);
  },
);

test('a prefix means what it means in the document', () => {
  const first = '<e:a xmlns:e="urn:1"><b xmlns:f="urn:2"><f:c/></b></e:a>';
  const second = '<e:a xmlns:e="urn:9"/>';
  expect(selects('/e:a//f:c', first)).toBe(true);
  expect(selects('/e:a', second)).toBe(true);
  expect(selects('/q:a', first)).toBe(false);
  expect(selects('/a', second)).toBe(false);
});

test.each([
  '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
  '<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>',
  '<?xml version="1.0"?><!-- a --><!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/">%x;]><r/>',
])('A-CRIT-29 %s is refused: it declares entities', (body) => {
  expect(selects('/r', body)).toBe(false);
  expect(reason(xpath('/r'), answer(body))).toContain('entities');
});

test('a document type that declares nothing and the entities of XML are read', () => {
  expect(selects("/r = '<'", '<!DOCTYPE r><r>&lt;</r>')).toBe(true);
});

test.each(['doc("x")', 'unparsed-text("/etc/hostname")', 'environment-variable("HOME")'])(
  'A-CRIT-29 %s does not exist',
  (condition) => {
    expect(problemIn(xpath(condition))?.message).toContain('does not exist');
  },
);

test.each([
  ["matches(/r/s, '^O')", true],
  ["matches(/r/s, 'ok', 'i')", true],
  ["replace(/r/s, 'O(K)', 'x$1') = 'xK'", true],
  ["tokenize('a, b', ',\\s*') = 'b'", true],
  ["tokenize(' a  b ') = 'a'", true],
  ["Q{http://www.w3.org/2005/xpath-functions}matches(/r/s, 'K$')", true],
  ["matches(/r/s, '(')", false],
])('patterns in %s', (condition, expected) => {
  expect(selects(condition, sold)).toBe(expected);
});

test('A-CRIT-30 a pattern that makes others run for ever takes no time', () => {
  const body = `<a>${'a'.repeat(50_000)}b</a>`;
  expect(selects("replace(/a, '(a+)+$', '') = ''", body)).toBe(false);
  expect(selects("matches(/a, '^(a+)+$')", body)).toBe(false);
});

const large = `<r>${'<i><p>1</p></i>'.repeat(5000)}</r>`;

test('a large document takes a moment', () => {
  expect(selects('//p = 2', large)).toBe(false);
  expect(selects('count(//i[p = 1]/p) = 5000', large)).toBe(true);
});

test.each([
  '//i[//i[//i[//p = 2]]]',
  '/r/i[/r/i[/r/i[false()]]]',
  '//*//*//*//nosuch',
  'some $a in /r/i, $b in /r/i, $c in /r/i satisfies false()',
  'let $i := //i return $i[$i[$i[false()]]]',
])('an expression that would go on for ever fails: %s', (condition) => {
  expect(reason(xpath(condition), answer(large))).toMatch(/too (?:many|large)/);
});

test.each([
  'count(1 to 100000000000) > 1',
  'count(1 to count(//i)) > 1',
  `count(${'(1 to 100)['.repeat(5)}true()${']'.repeat(5)})`,
  'let $f := function($f) { $f($f) } return $f($f)',
  'for-each(1 to 9, count#1)',
  "'a' => contains('a')",
  `'${'x'.repeat(5000)}'`,
  `let $a := (1,1) return ${'('.repeat(1)}($a,$a)[. = 1]) ${', ($a,$a,$a,$a)'.repeat(8)}`,
])('what nothing could stop is refused: %s', (condition) => {
  expect(problemIn(xpath(condition))).toBeDefined();
});

test.each([
  ['deep', '<a>'.repeat(20_000) + '</a>'.repeat(20_000)],
  ['long', `<a>${'x'.repeat(2_000_000)}</a>`],
])('a document that is too %s fails', (_, body) => {
  expect(selects('true()', body)).toBe(false);
});

test('an expression that is nested too deeply is a problem, no crash', () => {
  expect(problemIn(xpath(`${'('.repeat(1900)}1${')'.repeat(1900)}`))).toBeDefined();
});

test('an expression has no notes', () => {
  expect(notesOn(xpath('/r'))).toEqual([]);
});

test('without the regex engine a pattern matches nothing', async () => {
  const source = {
    type: 'xpath',
    condition: "matches('a', 'a')",
    context: '$url',
  } as const;
  const parsed = parseCriterion(source, await loadEngines(['xpath']));
  const program = parsed.ok ? parsed.value : compile('true');
  expect(evaluateCriterion(program, { request: undefined })).toBe(false);
});
