import { expect, test } from 'vitest';
import { createConceal } from '../../../src/testing/recording/conceal.ts';

test('a secret that is a part of the mark of another does not break that mark', () => {
  const conceal = createConceal(['swordfish', 'ceal', '62d1']);
  expect(conceal('to swordfish!')).toMatch(/^to \[concealed [\da-f]{8}\]!$/u);
});

test('of a secret in which another one stands nothing is left', () => {
  const conceal = createConceal(['hunter', 'hunter2-prod']);
  const [whole, part] = conceal(['x hunter2-prod', 'x hunter']) as string[];
  expect(whole).toMatch(/^x \[concealed [\da-f]{8}\]$/u);
  expect(part).not.toBe(whole);
});
