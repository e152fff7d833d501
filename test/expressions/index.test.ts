import { expect, test, vi } from 'vitest';
import { loadEngines, parseCriterion } from '../../src/expressions/index.ts';

vi.mock('json-p3', () => {
  throw new Error('json-p3 is loaded');
});
vi.mock('re2js', () => {
  throw new Error('re2js is loaded');
});

test('no library is loaded before an engine is asked for', async () => {
  const parsed = parseCriterion({ type: 'simple', condition: '$statusCode == 200' }, {});
  expect(parsed.ok).toBe(true);
  await expect(loadEngines([])).resolves.toEqual({});
  await expect(loadEngines(['jsonpath'])).rejects.toThrow('mocking a module');
  await expect(loadEngines(['regex'])).rejects.toThrow('mocking a module');
});
