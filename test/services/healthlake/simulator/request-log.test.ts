import { expect, it } from 'vitest';
import { logRequest } from '../../../../src/services/healthlake/simulator/request-log.ts';
import type { LoggedRequest } from '../../../../src/services/healthlake/simulator/request-log.ts';

it('holds the last 10,000 requests', () => {
  const log: LoggedRequest[] = [];
  for (let at = 0; at < 10_001; at++) logRequest(log, { at, operation: '', body: {} });
  expect(log).toHaveLength(10_000);
  expect([log[0]?.at, log.at(-1)?.at]).toEqual([1, 10_000]);
});
