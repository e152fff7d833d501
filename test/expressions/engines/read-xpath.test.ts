import { expect, test } from 'vitest';

import { loadEngines, readXPath } from '../../../src/expressions/index.ts';

test('an expression is read as soon as its engine is loaded', async () => {
  expect(readXPath('//a')).toBeUndefined();
  await loadEngines(['xpath']);
  expect(readXPath('//a')?.localName).toBe('module');
  expect(readXPath('//a[')).toBeUndefined();
});
