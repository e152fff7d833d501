import { expect, test } from 'vitest';
import { OperationError } from '../../src/index.ts';
import { runToEnd } from '../machines/support/start-run.ts';

const lost = 'GET http://api.test/a got no answer: ECONNRESET.';

test.each([
  ['NO_ANSWER', lost, `failed: ${lost}`],
  ['NO_ANSWER', 'The connection was closed', 'got no answer: The connection was closed.'],
  ['TIMEOUT', 'There was no answer within 5 ms.', 'got no answer within 5 ms.'],
  ['INVALID_REQUEST', 'A path is empty.', 'was not sent: A path is empty.'],
  ['UNREACHABLE', 'a reached nobody.', 'reached nobody.'],
] as const)('%s: "%s" is told once', async (code, message, told) => {
  const { output } = await runToEnd(
    { steps: [{ stepId: 'a' }] },
    { script: [new OperationError(code, message)] },
  );
  expect(output).toMatchObject({ failure: { message: `Step "a" (a) ${told}` } });
});
