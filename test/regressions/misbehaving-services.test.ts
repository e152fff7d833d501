import { createActor, toPromise } from 'xstate';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import type { Service, WorkflowOutput } from '../../src/index.ts';
import { workflowText } from '../machines/support/workflow-text.ts';

async function runOn(service: Partial<Service>): Promise<WorkflowOutput> {
  const arazzo = await importArazzo(workflowText({ steps: [{ stepId: 'only' }] }));
  const services = { name: 'odd', call: async () => ok, ...service } as Service;
  const actor = createActor(arazzo.workflow().machine({ services }), { input: {} });
  actor.start();
  return toPromise(actor);
}

const ok = { statusCode: 200, headers: {}, body: {} };

describe('a service', () => {
  test.each(['text', 5, {}, { statusCode: '200' }, undefined])(
    'that resolves with %j has not answered: silence is no success',
    async (answer) => {
      const output = await runOn({ call: async () => answer as never });
      expect(output).toMatchObject({ status: 'failed', failure: { kind: 'no-answer' } });
    },
  );

  test('that cannot say what it knows runs all the same', async () => {
    const output = await runOn({
      describe: () => {
        throw new Error('not today');
      },
    });
    expect(output.status).toBe('completed');
  });

  test('cannot write lines of its own into the message of a failure', async () => {
    const error = { type: 'Bad', message: 'no\n\n  left behind  nothing' };
    const output = await runOn({ call: async () => ({ ...ok, statusCode: 500, error }) });
    const { message } = (output as Extract<WorkflowOutput, { status: 'failed' }>).failure;
    expect(message.split('\n').map((line) => line.slice(0, 8))).toEqual([
      'Step "on',
      'Not met:',
    ]);
  });
});
