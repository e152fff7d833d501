import { expect, test } from 'vitest';
import { diagnose, documentOf, error, hintsOf, warning } from './diagnose.ts';
import { documentWith } from './documents.ts';

const sourcePath = '/sourceDescriptions/0';

test('A-SRC-01: the name is required', () => {
  const text = documentWith().replace('name: pets', 'x-name: pets');
  expect(diagnose(text)).toEqual([
    error('MISSING_FIELD', `${sourcePath}/name`, 'x-name: pets'),
  ]);
  expect(documentOf(text).sourceDescriptions).toEqual([]);
});

test('A-SRC-02: two sources may not have the same name', () => {
  const twice = documentWith().replace(
    'sourceDescriptions:',
    'sourceDescriptions:\n  - {name: pets, url: a.yaml}',
  );
  expect(diagnose(twice)).toEqual([
    error('DUPLICATE_NAME', '/sourceDescriptions/1/name', 'pets'),
  ]);
});

test('A-SRC-03: a name with a dot is a warning', () => {
  const text = documentWith().replace('name: pets', 'name: my.pets');
  expect(diagnose(text)).toEqual([
    warning('INVALID_NAME', `${sourcePath}/name`, 'my.pets'),
  ]);
});

test('A-SRC-04: the url is required', () => {
  expect(diagnose(documentWith({ source: 'type: openapi' }))).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: `${sourcePath}/url` },
  ]);
});

test.each(['./a.yaml', 'https://x/y', 'file:///x', 'a b.yaml', '{server}/openapi.yaml'])(
  'A-SRC-04: %s is a url',
  (url) => {
    expect(diagnose(documentWith({ source: `url: '${url}'` }))).toEqual([]);
  },
);

test('A-SRC-04: http://[bad is no url', () => {
  expect(diagnose(documentWith({ source: 'url: http://[bad' }))).toEqual([
    error('INVALID_VALUE', `${sourcePath}/url`, 'http://[bad'),
  ]);
});

test('A-SRC-05: an unknown type is an error', () => {
  expect(diagnose(documentWith({ source: 'url: a.yaml\ntype: none' }))).toEqual([
    error('INVALID_VALUE', `${sourcePath}/type`, 'none'),
  ]);
});

test('A-SRC-05, B-SRC-01: asyncapi is a type since Arazzo 1.1', () => {
  const source = 'url: a.yaml\ntype: asyncapi';
  const text = documentWith({ source });
  expect(diagnose(text)).toEqual([
    error('INVALID_VALUE', `${sourcePath}/type`, 'asyncapi'),
  ]);
  expect(hintsOf(text)).toEqual([expect.stringContaining('Arazzo 1.1 has it')]);
  expect(diagnose(documentWith({ source, version: '1.1.0' }))).toEqual([]);
});

test('A-SRC-06: the type may be absent', () => {
  expect(documentOf(documentWith()).sourceDescriptions).toEqual([
    { path: sourcePath, name: 'pets', url: './pets.yaml' },
  ]);
});
