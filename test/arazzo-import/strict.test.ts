import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lenientCodes } from '../../src/diagnostics/index.ts';
import { findingsOf } from './support/import-text.ts';
import { stepWith } from './parse/documents.ts';

const habits = stepWith(
  "outputs: {a: '{$response.body#/a}', b: 5}\nx-ok: 1\nonFailure: [{type: end}]",
);

test('a habit is a warning, and an error when the import is strict', async () => {
  const codes = ['LITERAL_OUTPUT', 'MISSING_ACTION_NAME'];
  for (const [strict, severity] of [
    [false, 'warning'],
    [true, 'error'],
  ] as const) {
    const findings = await findingsOf(habits, { strict });
    const found = findings.filter(({ code }) => codes.includes(code));
    expect(found.map((each) => each.severity)).toEqual([severity, severity]);
  }
});

test('a warning that is no habit stays one', async () => {
  const text = stepWith('onSuccess: [{name: a, type: end, stepId: list}]');
  expect(await findingsOf(text, { strict: true })).toMatchObject([
    { code: 'IGNORED_FIELD', severity: 'warning' },
  ]);
});

test('every habit has a row in docs/lenient.md, and every row a habit', () => {
  const page = readFileSync(new URL('../../docs/lenient.md', import.meta.url), 'utf8');
  const [tables] = page.split('## What stays an error');
  const listed = [...(tables ?? '').matchAll(/\| `([A-Z_\d]+)` +\|/g)].map(
    ([, code = '']) => code,
  );
  expect(listed.toSorted()).toEqual([...lenientCodes].toSorted());
});
