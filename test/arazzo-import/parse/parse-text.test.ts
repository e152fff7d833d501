import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/arazzo-import/parse/parse-text.ts';
import { source } from '../../helpers/source.ts';
import { diagnoseText, error } from './diagnose.ts';

function valueOf(text: string): unknown {
  return parseText(text, 'test.yaml').value;
}

describe('values', () => {
  test('A-DOC-01: JSON and YAML of the same document are the same value', () => {
    const json = '{"arazzo": "1.0.1", "list": [1, true, null], "nested": {"a": "b"}}';
    const yaml = source`
      arazzo: 1.0.1
      list: [1, true, null]
      nested:
        a: b
    `;
    expect(valueOf(json)).toEqual(valueOf(yaml));
    expect(valueOf(json)).toEqual(JSON.parse(json));
  });

  test('A-DOC-02: YAML is version 1.2: no is text, 0o7 is a number, on is a key', () => {
    expect(valueOf('a: no\nb: 0o7\non: yes')).toEqual({ a: 'no', b: 7, on: 'yes' });
  });

  test('a directive does not bring the types of YAML 1.1 back', () => {
    expect(valueOf('%YAML 1.1\n---\na: no\nb: 2024-01-01')).toEqual({
      a: 'no',
      b: '2024-01-01',
    });
  });

  test('A-DOC-05: timestamps, infinities and bare keys stay text', () => {
    expect(valueOf('a: 2024-01-01\nb: .inf\n200: ok\nnull: x')).toEqual({
      a: '2024-01-01',
      b: '.inf',
      '200': 'ok',
      null: 'x',
    });
  });

  test.each(['{"__proto__": {"polluted": true}}', '__proto__: {polluted: true}'])(
    'a __proto__ key is a key like every other: %s',
    (text) => {
      const value = valueOf(text) as object;
      expect(Object.keys(value)).toEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect({}).not.toHaveProperty('polluted');
    },
  );

  test.each([
    ['', null],
    ['\ufeffa: 1', { a: 1 }],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['# only a comment', null],
  ])('%j is fine', (text, value) => {
    expect(parseText(text, 'test.yaml')).toMatchObject({ value, diagnostics: [] });
  });

  test('aliases and merge keys are followed, and own keys win', () => {
    const text = source`
      base: &base {a: 1, b: 2}
      other: &other {a: 5, c: 6}
      one: *base
      two:
        b: 3
        <<: [*base, *other]
    `;
    expect(valueOf(text)).toMatchObject({
      one: { a: 1, b: 2 },
      two: { a: 1, b: 3, c: 6 },
    });
  });
});

describe('problems', () => {
  test('every syntax error has a diagnostic with its place', () => {
    const findings = diagnoseText('a: "\\q"\nb: [1, 2\n');
    expect(findings).toEqual([
      error('YAML_SYNTAX', '', '\\'),
      error('YAML_SYNTAX', '', ''),
    ]);
  });

  test('a text with syntax errors has no value', () => {
    expect(valueOf('a: [1\nb: 2')).toBeUndefined();
  });

  test.each([
    ['a: 1\nb: 2\na: 3', '/a', 'a'],
    ['a: {b: 1, b: 2}', '/a/b', 'b'],
    ['{"a": 1, "a": 2}', '/a', '"a"'],
    ['{"a": {"b\\"": 1, "b\\"": [":"]}}', '/a/b"', '"b\\""'],
  ])('a key that is written twice is an error: %s', (text, path, at) => {
    expect(diagnoseText(text)).toEqual([error('DUPLICATE_KEY', path, at)]);
  });

  test('the last of two equal keys wins, so that the rest can be checked', () => {
    expect(valueOf('a: 1\na: 2')).toEqual({ a: 2 });
  });

  test.each([
    ['a: !!binary aGk=', '!!binary'],
    ['a: !!js/function "x"', '!!js/function'],
    ['a: !secret x', '!secret'],
    ['? [a, b]\n: 1', '['],
    ['a: 1\n---\nb: 2', '---'],
  ])('A-DOC-05: %j is more YAML than JSON has', (text, at) => {
    expect(diagnoseText(text)).toEqual([error('UNSUPPORTED_YAML', '', at)]);
  });

  test.each([
    ['a: *b', '/a', '*b'],
    ['a: &a [*a]', '/a/0', '*a'],
  ])('an alias without an anchor before it is reported: %s', (text, path, at) => {
    expect(diagnoseText(text)).toEqual([error('UNSUPPORTED_YAML', path, at)]);
  });
});

describe('hostile texts', () => {
  test.each([
    ['open brackets', '['.repeat(1_000_000)],
    ['closed brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['open braces', '{"a":'.repeat(100_000)],
    ['list items', '- '.repeat(100_000)],
    ['keys', '? '.repeat(100_000)],
  ])('endless %s are one diagnostic', (_name, text) => {
    expect(diagnoseText(text)).toMatchObject([{ code: 'UNSUPPORTED_YAML' }]);
  });

  test('nesting of two hundred levels is accepted', () => {
    expect(diagnoseText('['.repeat(190) + ']'.repeat(190))).toEqual([]);
  });

  test('a few aliases cannot stand for millions of values', () => {
    const lines = Array.from({ length: 9 }, (_, level) => {
      const aliases = Array.from({ length: 10 }, () => `*a${level}`);
      return `a${level + 1}: &a${level + 1} [${aliases.join(', ')}]`;
    });
    const findings = diagnoseText(['a0: &a0 [x]', ...lines].join('\n'));
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_YAML' }]);
  });

  test('a chain of aliases cannot nest more deeply than the text could', () => {
    const lines = Array.from({ length: 300 }, (_, n) => `- &a${n + 1} [*a${n}]`);
    const [first] = diagnoseText(['- &a0 [x]', ...lines].join('\n'));
    expect(first).toMatchObject({ code: 'UNSUPPORTED_YAML', path: '/199/0' });
  });

  test('NUL bytes are text like every other', () => {
    expect(diagnoseText('a: "\0"\nb: [\0]')).toEqual([]);
  });

  test('a message does not repeat a whole hostile text', () => {
    const [first] = parseText('!'.repeat(10_000), 'test.yaml').diagnostics;
    expect(first?.message.length).toBeLessThan(300);
  });
});

describe('one mistake', () => {
  const good = source`
    arazzo: 1.0.1
    workflows:
      - workflowId: w
        steps:
          - stepId: a
            outputs: {a: b}
          - stepId: b
            successCriteria:
              - condition: $statusCode == 200
  `;

  test.each([
    ['an unclosed brace', '{a: b}', '{a: b', 7],
    ['a missing dash', '      - stepId: b', '      stepId: b', 7],
    ['a colon in a text', 'stepId: a', 'stepId: a: b', 5],
    ['a missing colon', 'stepId: a', 'stepId a', 5],
    ['an unclosed text', '$statusCode == 200', "'$statusCode", 9],
    ['a text in the quotation marks of another', '$statusCode', '"a" b "c"', 9],
  ])('%s is one finding, in its line or the next', (_name, right, wrong, line) => {
    const { diagnostics } = parseText(good.replace(right, wrong), 'test.yaml');
    expect(diagnostics).toMatchObject([{ code: 'YAML_SYNTAX', severity: 'error' }]);
    const [first] = diagnostics;
    const before = good.replace(right, wrong).slice(0, first?.range.start);
    expect(Math.abs(before.split('\n').length - line)).toBeLessThanOrEqual(1);
  });

  test('and one far away are two', () => {
    const text = good.replace('stepId: a', 'stepId: a: b').replace('$status', '"a" "b"');
    expect(diagnoseText(text)).toHaveLength(2);
  });

  test('in JSON is one finding', () => {
    const findings = diagnoseText('{"a": {"b": "x" "c": "y"}, "d": [1, 2,}');
    expect(findings).toMatchObject([{ code: 'YAML_SYNTAX', at: '"c"' }]);
  });

  test.each([']', '}{', '"\\q" ', '%a\n', '"a" "b"\n', '- a\nb\n'])(
    'nothing but %j is one finding',
    (mistake) => {
      expect(diagnoseText(mistake.repeat(3000))[0]).toMatchObject({
        code: 'YAML_SYNTAX',
      });
      expect(diagnoseText(mistake.repeat(3000)).length).toBeLessThanOrEqual(2);
    },
  );
});
