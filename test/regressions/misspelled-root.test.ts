import { expect, test } from 'vitest';

import { parseTemplate } from '../../src/expressions/index.ts';

test.each([
  ['$input.DatastoreId', '$inputs.DatastoreId'],
  ['$step.look.outputs.id', '$steps.look.outputs.id'],
  ['$reponse.body#/id', '$response.body#/id'],
  ['$statuscode', '$statusCode'],
  ['a-{$input.id}', '$inputs.id'],
])('"%s" is text that was probably meant to be an expression', (text, meant) => {
  const { template, notes } = parseTemplate({ id: text });
  expect(template.kind).toBe('literal');
  expect(notes).toMatchObject([
    { code: 'MISSPELLED_ROOT', path: '/id', hint: `Did you mean "${meant}"?` },
  ]);
});

test.each(['$5.00', '$unknown.x', '$', '$price', '$ref', '{$foo.bar}', '$inputs.id'])(
  '"%s" was not',
  (text) => {
    expect(parseTemplate(text).notes).toEqual([]);
  },
);
