import { expect, test } from 'vitest';
import { one, planned } from '../analysis/paths/support/plan.ts';

test('steps may be called like members that every object has', async () => {
  const successCriteria = [{ condition: '$statusCode == 200' }];
  const { names, uncovered } = await planned(
    one([
      { stepId: '__proto__', operationId: 'first', successCriteria },
      { stepId: 'constructor', operationId: 'second', successCriteria },
    ]),
  );
  expect(names[0]).toBe('__proto__ 200 → constructor 200 → completed');
  expect(uncovered).toEqual([]);
});
