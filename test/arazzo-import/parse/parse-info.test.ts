import { expect, test } from 'vitest';
import { diagnose, documentOf, error, hintsOf, warning } from './diagnose.ts';
import { documentWith } from './documents.ts';

test('A-INFO-01: the title is required', () => {
  const text = documentWith({ info: "version: '1.0'" });
  expect(diagnose(text)).toEqual([error('MISSING_FIELD', '/info/title', 'info')]);
});

test('A-INFO-02: the version is required', () => {
  const text = documentWith({ info: 'title: Test' });
  expect(diagnose(text)).toEqual([error('MISSING_FIELD', '/info/version', 'info')]);
});

test('A-INFO-02: a version without quotes is a number, and the hint says what to write', () => {
  const text = documentWith({ info: 'title: Test\nversion: 1.0' });
  expect(diagnose(text)).toEqual([warning('SCALAR_FOR_TEXT', '/info/version', '1.0')]);
  expect(hintsOf(text)).toEqual(['Quote it: version: "1.0"']);
  expect(documentOf(text).info.version).toBe('1.0');
});

test('A-INFO-03: summary and description are kept as written', () => {
  const info = 'title: Test\nversion: "1"\nsummary: S\ndescription: "*D*"';
  expect(documentOf(documentWith({ info })).info).toEqual({
    path: '/info',
    title: 'Test',
    version: '1',
    summary: 'S',
    description: '*D*',
  });
});

test('a field without a value is a warning when it may be absent', () => {
  const text = documentWith({ info: 'title: Test\nversion: "1"\nsummary:' });
  expect(diagnose(text)).toMatchObject([
    { code: 'EMPTY_FIELD', severity: 'warning', path: '/info/summary', at: 'summary' },
  ]);
});

test('a field without a value is missing when it is required', () => {
  const text = documentWith({ info: 'title:\nversion: "1"' });
  expect(diagnose(text)).toEqual([error('MISSING_FIELD', '/info/title', 'title')]);
});

test('an info that is no object is reported, and the rest is read', () => {
  const text = documentWith({ info: '- a' });
  expect(diagnose(text)).toEqual([error('WRONG_TYPE', '/info', '- a')]);
  expect(documentOf(text).workflows).toHaveLength(1);
});
