import { expect, test } from 'vitest';
import { nearestName } from '../../src/diagnostics/index.ts';

const fields = ['stepId', 'workflowId', 'operationId', 'successCriteria', 'in'];

test.each([
  ['sucessCriteria', 'successCriteria', 'a letter is missing'],
  ['stepIdd', 'stepId', 'a letter is too much'],
  ['stepOd', 'stepId', 'a letter is wrong'],
  ['setpId', 'stepId', 'two letters are swapped'],
  ['OPERATIONID', 'operationId', 'only letter case differs'],
  ['ni', 'in', 'a short name is swapped'],
])('%s is taken for %s: %s', (written, meant) => {
  expect(nearestName(written, fields)).toBe(meant);
});

test.each(['timeout', 'xyz', 'x', ''])('%j is near to nothing', (written) => {
  expect(nearestName(written, fields)).toBeUndefined();
});

test('the nearer of two near names wins', () => {
  expect(nearestName('outputs2', ['outputs', 'outputs22', 'outputs2x'])).toBe('outputs');
  expect(nearestName('onFailur', ['onFailures', 'onFailure'])).toBe('onFailure');
});

test('without candidates there is no nearest name', () => {
  expect(nearestName('stepId', [])).toBeUndefined();
});

test('a name of any length takes no time', () => {
  const started = performance.now();
  expect(nearestName('a'.repeat(100_000), ['b'.repeat(100_000)])).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('hundreds of wrong names among hundreds of names take little time', () => {
  const names = Array.from({ length: 400 }, (_, index) => `createResourceNumber${index}`);
  const started = performance.now();
  for (const name of names) nearestName(`q${name.slice(4)}zz`, names);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('far down in an endless list nothing is near', () => {
  const names = Array.from({ length: 5_000 }, () => 'zzzzzz');
  expect(nearestName('stepOd', [...names, 'stepId'])).toBeUndefined();
});
