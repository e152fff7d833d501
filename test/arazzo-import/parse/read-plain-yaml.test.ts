import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildValue } from '../../../src/arazzo-import/parse/build-value.ts';
import { composeYaml } from '../../../src/arazzo-import/parse/compose-yaml.ts';
import { readPlainYaml } from '../../../src/arazzo-import/parse/read-plain-yaml.ts';
import { source } from '../../helpers/source.ts';

const pieces = [
  ['a: ', 'b: ', '"c": ', "'d': ", '- ', '- - ', '  ', '    ', '\n', '\n', '\n\n'],
  ['|', '>-', '|\n', '#', ' # x', '"', "'", "''", '\\n', '[', ']', '[a, 1]', '{}'],
  ['x', 'x y', '0', '1.0', '-1', '1e3', '0o7', '.5', '~', 'null', 'True', '$a.b'],
  ['&a ', '*a', '!t ', '<<: ', '? ', ': ', ':', '-', '%', '@', ',', '---\n', '...'],
].flat();

/** What the reader of all YAML makes of a text. */
function readAll(text: string): { value: unknown; problems: readonly unknown[] } {
  const { document, problems } = composeYaml(text);
  if (document === undefined) return { value: undefined, problems };
  const built = buildValue(document);
  return { value: built.value, problems: [...problems, ...built.problems] };
}

/** What both readers make of a text, if the plain one accepts it. */
function readBoth(text: string): { plain: unknown; all: unknown } {
  const value = readPlainYaml(text);
  return value === undefined
    ? { plain: undefined, all: undefined }
    : { plain: { value, problems: [] }, all: readAll(text) };
}

describe('readPlainYaml', () => {
  test('what people write needs no nodes', () => {
    const text = source`
      # A comment
      arazzo: 1.0.1
      "info": { }
      steps:
      - stepId: 'it''s'   # another
        number: -12.5
        none:
        list: [a, 1]
        text: |
          # no comment

          two
        folded: >-
          one
          line
      -
        - true
        - - "tab\\t"
    `.replace('{ }', '{}');
    expect(readAll(text)).toEqual({ value: readPlainYaml(text), problems: [] });
    expect(readPlainYaml(text)).toMatchObject({
      steps: [{ stepId: "it's", none: null, folded: 'one line' }, [true, ['tab\t']]],
    });
  });

  test.each([
    'a: 1\na: 2',
    'a: &x 1\nb: *x',
    '<<: {}',
    'a: !!str 1',
    'a: 0x10',
    'a: 1.0',
    'a: True',
    'a: one\n  two',
    'a:\n\t- b',
    'a: b\r\n',
    'a: b: c',
    '? a\n: b',
    'a: |+\n  b\n',
    'a: >\n  b\n\n  c\n',
    '__proto__: 1',
    '%YAML 1.1\n---\na: no',
    'a: 1\n---\nb: 1',
    'a',
    '',
  ])('%j is left to the reader of all YAML', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  test('both readers see the same in what is written from a value', () => {
    const values = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(values, (value) => {
        const { plain, all } = readBoth(stringify(value));
        expect(plain).toEqual(all);
      }),
    );
  });

  test('whatever it accepts is faultless, and the same to both readers', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const { plain, all } = readBoth(`a: ${parts.join('')}`);
        expect(plain).toEqual(all);
      }),
      { numRuns: 500 },
    );
  });
});
