import { expect, test } from 'vitest';
import { diagnose, documentOf, error } from './diagnose.ts';
import { documentWith } from './documents.ts';

function components(yaml: string): string {
  return documentWith({ root: `components: ${yaml}` });
}

test('A-COMP-01: all four maps are read', () => {
  const text = components(
    '{inputs: {i: {type: object}}, parameters: {p: {name: a, value: 1}}, ' +
      'successActions: {s: {name: a, type: end}}, failureActions: {f: {name: a, type: retry}}}',
  );
  expect(diagnose(text)).toEqual([]);
  expect(documentOf(text).components).toMatchObject({
    inputs: { i: { type: 'object' } },
    parameters: { p: { name: 'a', path: '/components/parameters/p' } },
    successActions: { s: { type: 'end' } },
    failureActions: { f: { type: 'retry' } },
  });
});

test.each(['inputs', 'parameters', 'successActions', 'failureActions'])(
  'A-COMP-02: names in %s have few characters to choose from',
  (section) => {
    const [first] = diagnose(components(`{${section}: {a b: {}}}`));
    expect(first).toEqual(error('INVALID_NAME', `/components/${section}/a b`, 'a b'));
  },
);

test('A-COMP-02: my.org.User is a name', () => {
  expect(diagnose(components('{inputs: {my.org.User: {}}}'))).toEqual([]);
});

test('a component that is unusable is dropped, and the others are kept', () => {
  const text = components('{parameters: {p: 1, q: {name: a, value: 1}}}');
  expect(diagnose(text)).toEqual([error('WRONG_TYPE', '/components/parameters/p', '1')]);
  expect(Object.keys(documentOf(text).components.parameters)).toEqual(['q']);
});
