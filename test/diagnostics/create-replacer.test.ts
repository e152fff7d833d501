import { expect, test } from 'vitest';
import { createReplacer } from '../../src/diagnostics/create-replacer.ts';

const bracketed = (text: string): string => `[${text.length}]`;

test.each([
  [['ab', 'abcd'], 'abcd ab abc', '[4] [2] [2]c'],
  [['abcd', 'ab'], 'xabcdx', 'x[4]x'],
  [['a.c', '$&'], 'abc a.c $&', 'abc [3] [2]'],
  [['', 'ab'], 'abab', '[2][2]'],
  [[], 'anything', 'anything'],
])('of %j in "%s" the longest that begins is replaced', (texts, whole, expected) => {
  expect(createReplacer(texts, bracketed)(whole)).toBe(expected);
});

test('nothing is replaced in what was put in', () => {
  const replace = createReplacer(['secret', 'mark'], () => '[mark]');
  expect(replace('a secret mark')).toBe('a [mark] [mark]');
});
