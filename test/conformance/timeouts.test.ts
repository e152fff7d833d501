import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const { run } = inVersion('1.1.0');
const retry = { name: 'again', type: 'retry', retryLimit: 2 };
const slow: Fields = { stepId: 'one', timeout: 50 };

describe('in Arazzo 1.1', () => {
  requirement(
    'B-STEP-12 a request that takes too long is given up, and the step fails',
    async () => {
      const { output, givenUp, waited } = await run(
        { steps: [slow] },
        { answers: ['silence'] },
      );
      expect([givenUp, waited]).toEqual([1, 50]);
      expect(output).toMatchObject({
        status: 'failed',
        failure: { kind: 'no-answer', error: { type: 'TIMEOUT' } },
      });
    },
  );

  requirement('B-STEP-12 a step that took too long may be tried again', async () => {
    const steps = [{ ...slow, onFailure: [retry] }, { stepId: 'two' }];
    const { paths, status, waited } = await run({ steps }, { answers: ['silence', 200] });
    expect([paths, status, waited]).toEqual([['/one', '/one', '/two'], 'completed', 50]);
  });

  requirement(
    'B-STEP-12 B-STEP-13 a workflow that takes too long fails its step',
    async () => {
      const call = { stepId: 'call', workflowId: 'child', timeout: 50 };
      const child = { workflowId: 'child', steps: [{ stepId: 'c' }, { stepId: 'd' }] };
      const workflows = [
        { workflowId: 'main', steps: [call, { stepId: 'after' }] },
        child,
      ];
      const { output, givenUp, waited } = await run(
        { workflows },
        { answers: [200, 'silence'] },
      );
      expect([givenUp, waited]).toEqual([1, 50]);
      expect(output).toMatchObject({ status: 'failed', failure: { stepId: 'call' } });
    },
  );
});
