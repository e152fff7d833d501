import { expect, test } from 'vitest';
import { loadEngines } from '../../../src/expressions/index.ts';

test('only the engines that are needed are loaded', async () => {
  expect(Object.keys(await loadEngines([]))).toEqual([]);
  expect(Object.keys(await loadEngines(['jsonpath']))).toEqual(['jsonpath']);
  expect(Object.keys(await loadEngines(new Set(['regex'])))).toEqual(['regex']);
});

test('a query that uses a pattern cannot be read without the regex engine', async () => {
  const { jsonpath } = await loadEngines(['jsonpath']);
  expect(jsonpath?.compile("$[?match(@, 'a')]")).toMatchObject({ ok: false });
});
