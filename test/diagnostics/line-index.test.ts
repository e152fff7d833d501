import { expect, test } from 'vitest';
import { createLineIndex } from '../../src/diagnostics/index.ts';

test('lines and columns count from 1', () => {
  const index = createLineIndex('ab\ncd');
  expect(index.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(index.positionAt(4)).toEqual({ line: 2, column: 2 });
});

test('a line break belongs to the line it ends', () => {
  expect(createLineIndex('ab\ncd').positionAt(2)).toEqual({ line: 1, column: 3 });
});

test.each([
  ['a\r\nb', 3],
  ['a\rb', 2],
  ['a\nb', 2],
])('every kind of line break starts a line: %j', (text, offset) => {
  const index = createLineIndex(text);
  expect(index.positionAt(offset)).toEqual({ line: 2, column: 1 });
  expect([index.lineAt(1), index.lineAt(2)]).toEqual(['a', 'b']);
});

test('columns are UTF-16 units, as editors count them', () => {
  expect(createLineIndex('😀x').positionAt(2)).toEqual({ line: 1, column: 3 });
});

test('offsets outside the text are moved to its ends', () => {
  const index = createLineIndex('ab\ncd');
  expect(index.positionAt(-1)).toEqual({ line: 1, column: 1 });
  expect(index.positionAt(99)).toEqual({ line: 2, column: 3 });
});

test('the empty text has one empty line', () => {
  const index = createLineIndex('');
  expect(index.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect([index.lineAt(1), index.lineAt(2)]).toEqual(['', '']);
});
