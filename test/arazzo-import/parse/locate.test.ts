import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/arazzo-import/parse/parse-text.ts';
import { source } from '../../helpers/source.ts';

const yaml = source`
  info:
    title: Test
    empty:
  list:
    - name: one
      tags: [a, b]
    - name: two
  a/b~c: 1
  base: &base
    deep: [x]
  alias: *base
  merged:
    <<: *base
`;

function textAt(text: string, path: string, target?: 'value' | 'key'): string {
  const { start, end } = parseText(text, 'test.yaml').rangeAt(path, target);
  return text.slice(start, end);
}

describe('the range of a JSON Pointer', () => {
  test.each([
    ['/info/title', 'Test'],
    ['/list/0/tags/1', 'b'],
    ['/list/1', 'name: two'],
    ['/a~1b~0c', '1'],
    ['/alias/deep/0', 'x'],
    ['/merged/deep/0', 'x'],
  ])('%s covers the value', (path, text) => {
    expect(textAt(yaml, path)).toBe(text);
  });

  test('a map that is merged into itself has no end, and is looked through once', () => {
    expect(textAt('a: &a\n  b: 1\n  <<: *a', '/a/c')).toBe('a');
  });

  test('maps that are merged twice, again and again, are looked through once each', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, at) => `m${at + 1}: &m${at + 1} { <<: [*m${at}, *m${at}] }`,
    );
    const text = ['m0: &m0 { b: 1 }', ...doubled].join('\n');
    expect(textAt(text, '/m40/b')).toBe('1');
    expect(textAt(text, '/m40/c')).toBe('m40');
  });

  test('the key can be asked for', () => {
    expect(textAt(yaml, '/list/0/tags', 'key')).toBe('tags');
  });

  test('a key without a value stands for it', () => {
    expect(textAt(yaml, '/info/empty')).toBe('empty');
  });

  test('a missing member is shown at the key of its parent', () => {
    expect(textAt(yaml, '/info/version')).toBe('info');
    expect(textAt(yaml, '/info/contact/name')).toBe('info');
  });

  test('a missing member of an item is shown at the item', () => {
    expect(textAt(yaml, '/list/1/value')).toBe('name: two');
  });

  test('a missing member of the root is shown at the root', () => {
    expect(textAt('a: 1', '/b')).toBe('a: 1');
  });

  test('JSON has ranges too', () => {
    const json = '{\n\t"a": [\n\t\t{"b": "c"}\n\t]\n}';
    expect(textAt(json, '/a/0/b')).toBe('"c"');
    expect(textAt(json, '/a/0/b', 'key')).toBe('"b"');
    expect(textAt(json, '/a/1')).toBe('"a"');
  });

  test('offsets count the byte order mark', () => {
    expect(textAt('\ufeffa: foo', '/a')).toBe('foo');
  });

  test('of an unreadable text the range is its beginning', () => {
    const { rangeAt } = parseText('['.repeat(1000), 'test.yaml');
    expect(rangeAt('/a')).toEqual({ uri: 'test.yaml', start: 0, end: 0 });
  });
});
