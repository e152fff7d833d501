import { expect, test } from 'vitest';
import { evaluateCriterion, explainCriterion } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import { compile, holds } from '../support/criterion.ts';

test('A-CRIT-26 A-CRIT-28 a criterion sees the answer, whatever its status', () => {
  expect(holds('$statusCode == 404', answer({}, 404))).toBe(true);
});

test('A-CRIT-27 a criterion sees other steps and inputs', () => {
  const scope = { steps: { a: { outputs: { n: 3 } } }, inputs: { min: 2 } };
  expect(holds('$steps.a.outputs.n > $inputs.min', scope)).toBe(true);
});

test('B-CRIT-11 an error while evaluating makes the criterion fail', () => {
  const program = compile('$url == 1');
  const scope = {
    get request(): never {
      throw new Error('not built');
    },
  };
  expect(evaluateCriterion(program, scope)).toBe(false);
  expect(explainCriterion(program, scope).reason).toContain('cannot be evaluated');
});
