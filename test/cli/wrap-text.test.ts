import { expect, test } from 'vitest';
import { wrapText } from '../../src/cli/wrap-text.ts';

test('a text is broken between words, and each line is indented', () => {
  expect(wrapText('one two three four', 11, '  ')).toEqual([
    '  one two',
    '  three',
    '  four',
  ]);
});

test('a word that is too long stays whole, so that it can be copied', () => {
  expect(wrapText('see arn:aws:healthlake:us-east-1', 10)).toEqual([
    'see',
    'arn:aws:healthlake:us-east-1',
  ]);
});

test('a text stays one line where lines have no end', () => {
  expect(wrapText('one two three', Infinity)).toEqual(['one two three']);
});
