import { expect, test } from 'vitest';
import { toPlainDiagnostic } from '../../src/diagnostics/index.ts';

const diagnostic = {
  code: 'WRONG_TYPE',
  severity: 'error',
  message: 'Found a number.',
  range: { uri: 'a.yaml', start: 7, end: 8 },
  path: '/b',
} as const;

test('a plain diagnostic has file, line and column in place of offsets', () => {
  expect(toPlainDiagnostic(diagnostic, 'a: 1\nb: 2')).toEqual({
    code: 'WRONG_TYPE',
    severity: 'error',
    message: 'Found a number.',
    file: 'a.yaml',
    line: 2,
    column: 3,
    path: '/b',
  });
});

test('a plain diagnostic keeps its hint', () => {
  const plain = toPlainDiagnostic({ ...diagnostic, hint: 'Quote it.' }, '');
  expect(plain.hint).toBe('Quote it.');
});
