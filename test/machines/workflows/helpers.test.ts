import { describe, expect, test } from 'vitest';
import { status } from '../support/create-scripted-service.ts';
import { byOperation, runWorkflows, startWorkflows } from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

const login = {
  workflowId: 'login',
  steps: [{ stepId: 'post', outputs: { t: '$response.body#/t' } }],
  outputs: { token: '$steps.post.outputs.t' },
};

function gets(retry: object = {}, more: object = {}) {
  return {
    workflowId: 'a',
    steps: [
      {
        stepId: 'get',
        parameters: [
          { name: 'token', in: 'query', value: '$workflows.login.outputs.token' },
        ],
        onFailure: [action('refresh', 'retry', { workflowId: 'login', ...retry })],
        ...more,
      },
    ],
  };
}

const helped = (steps: readonly object[], retry: object = {}) => ({
  workflowId: 'a',
  steps: [
    ...steps,
    {
      stepId: 'get',
      onFailure: [action('again', 'retry', { stepId: 'login', ...retry })],
    },
  ] as { stepId: string }[],
});

describe('a retry that runs a workflow first (A-FACT-14, C-16)', () => {
  test('calls the step again with what the workflow brought', async () => {
    const { run, output } = await runWorkflows([gets(), login], {
      script: byOperation({ get: [status(401), {}], post: [{ body: { t: 'new' } }] }),
    });
    const sent = run.service.requests.map(({ parameters }) => parameters[0]?.value);
    expect(sent).toEqual([undefined, undefined, 'new']);
    expect(output.status).toBe('completed');
  });

  test('calls the step again when the workflow failed, and counts', async () => {
    const { calls, output } = await runWorkflows([gets({ retryLimit: 2 }), login], {
      script: [status(401)],
    });
    expect(calls).toEqual(['get', 'post', 'get', 'post', 'get']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { stepId: 'get', statusCode: 401 },
    });
  });

  test('waits as long as it says, counted from the failure', async () => {
    const run = await startWorkflows([gets({ retryAfter: 3 }), login], {
      script: byOperation({ get: [status(401), {}] }),
    });
    expect(run.calls()).toEqual(['get', 'post']);
    await run.advance(2999);
    expect(run.calls()).toEqual(['get', 'post']);
    await run.advance(1);
    expect(run.calls()).toEqual(['get', 'post', 'get']);
  });

  test('waits as long as the server says', async () => {
    const run = await startWorkflows([gets({ retryAfter: 3 }), login], {
      script: byOperation({ get: [status(429, { 'retry-after': '7' }), {}] }),
    });
    await run.advance(6999);
    expect(run.calls()).toEqual(['get', 'post']);
    await run.advance(1);
    expect(run.calls()).toEqual(['get', 'post', 'get']);
  });

  test('gives it the inputs of its parameters (B-ACT-05)', async () => {
    const parameters = [{ name: 'user', value: '$response.body#/user' }];
    const inputs = { type: 'object', properties: { user: {} } };
    const asks = {
      ...login,
      inputs,
      steps: [
        {
          stepId: 'post',
          parameters: [{ name: 'u', in: 'query', value: '$inputs.user' }],
        },
      ],
    };
    const { run } = await runWorkflows([gets({ parameters }), asks], {
      document: { arazzo: '1.1.0' },
      script: byOperation({ get: [{ statusCode: 401, body: { user: 'me' } }, {}] }),
    });
    expect(run.service.requests[1]?.parameters[0]?.value).toBe('me');
  });

  test('follows it when it goes on as another workflow', async () => {
    const moved = {
      workflowId: 'login',
      steps: [
        { stepId: 'old', onSuccess: [action('go', 'goto', { workflowId: 'sso login' })] },
      ],
    };
    const sso = { ...login, workflowId: 'sso login' };
    const { run, calls } = await runWorkflows([gets(), moved, sso], {
      script: byOperation({ get: [status(401), {}], post: [{ body: { t: 'sso' } }] }),
    });
    expect(calls).toEqual(['get', 'old', 'post', 'get']);
    expect(run.service.requests[3]?.parameters[0]?.value).toBe('sso');
  });

  test('has other tokens in each round; the step keeps its own', async () => {
    const { run } = await runWorkflows([gets({ retryLimit: 2 }), login], {
      script: byOperation({ get: [status(401)] }),
    });
    const [get, post, again, other] = run.service.requests.map(
      ({ idempotencyToken }) => idempotencyToken,
    );
    expect(again).toBe(get);
    expect(other).not.toBe(post);
  });
});

describe('a retry that runs a step first (A-FACT-15)', () => {
  test('runs it without its actions, also when it fails', async () => {
    const { calls } = await runWorkflows(
      [
        helped([
          {
            stepId: 'login',
            onSuccess: [action('go', 'goto', { stepId: 'get' })],
            onFailure: [action('stop', 'end')],
          },
          { stepId: 'between' },
        ]),
      ],
      { script: byOperation({ get: [status(401), {}], login: [{}, status(500)] }) },
    );
    expect(calls).toEqual(['login', 'get', 'login', 'get']);
  });

  test('runs a step that calls a workflow, whatever that goes on as', async () => {
    const { calls, output } = await runWorkflows(
      [
        helped([{ stepId: 'login', workflowId: 'first' }]),
        {
          workflowId: 'first',
          steps: [
            { stepId: 'f', onSuccess: [action('go', 'goto', { workflowId: 'second' })] },
          ],
        },
        { workflowId: 'second', steps: [{ stepId: 's' }] },
      ],
      { script: byOperation({ get: [status(401), {}] }) },
    );
    expect(calls).toEqual(['f', 's', 'get', 'f', 's', 'get']);
    expect(output.status).toBe('completed');
  });

  test('two retries may name the same step, and actions of both lists may share a name', async () => {
    const { calls } = await runWorkflows(
      [
        {
          workflowId: 'a',
          steps: [
            { stepId: 'login' },
            { stepId: 'other' },
            {
              stepId: 'get',
              onFailure: [
                action('r', 'retry', { stepId: 'login', if: '$statusCode == 401' }),
                action('q', 'retry', { stepId: 'login', if: '$statusCode == 403' }),
              ],
              onSuccess: [
                action('r', 'retry', {
                  stepId: 'other',
                  if: '$statusCode == 202',
                  retryLimit: 2,
                }),
              ],
            },
          ],
        },
      ],
      { script: byOperation({ get: [status(401), status(403), status(202), {}] }) },
    );
    expect(calls).toEqual([
      'login',
      'other',
      'get',
      'login',
      'get',
      'login',
      'get',
      'other',
      'get',
    ]);
  });
});
