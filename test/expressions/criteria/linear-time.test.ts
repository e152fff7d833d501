import { expect, test } from 'vitest';
import { answer } from '../support/answer.ts';
import { compile, jsonpath, regex, xpath } from '../support/criterion.ts';
import type { Written } from '../support/criterion.ts';
import { evaluateCriterion } from '../../../src/expressions/index.ts';

/** The best of three: the machine may be busy. */
function timeOf(criterion: Written, body: unknown): number {
  const program = compile(criterion);
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    evaluateCriterion(program, answer(body));
    return performance.now() - start;
  });
  return Math.min(...times);
}

test.each([
  ['regex', regex('(a+)+$', '$response.body'), (text: string) => text],
  ['match', jsonpath("$[?match(@, '(a+)+')]"), (text: string) => [text]],
  ['search', jsonpath("$[?search(@, '(a+)+$')]"), (text: string) => [text]],
  ['XPath', xpath("matches(/a, '(a+)+$')"), (text: string) => `<a>${text}</a>`],
] as const)(
  'A-CRIT-30 (a+)+$ in %s takes ten times as long for ten times the text',
  (_, criterion, toBody) => {
    const body = (length: number): unknown => toBody(`${'a'.repeat(length)}b`);
    const short = timeOf(criterion, body(5_000));
    const long = timeOf(criterion, body(50_000));
    // What backtracks would take 2^45000 times as long.
    expect(long).toBeLessThan(Math.max(short, 1) * 100);
  },
);
