import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { createScriptedService, status } from './support/create-scripted-service.ts';
import type { Script } from './support/create-scripted-service.ts';
import { startMachine } from './support/start-run.ts';
import { action } from './support/workflow-text.ts';
import { documentText } from './support/document-text.ts';
import type { WorkflowFields } from './support/document-text.ts';

async function run(
  workflows: readonly WorkflowFields[],
  setup: {
    readonly script?: Script;
    readonly input?: Record<string, string>;
    readonly arazzo?: string;
  } = {},
) {
  const { script = [{}], input = {}, ...document } = setup;
  const arazzo = await importArazzo(documentText(workflows, document), {
    maxSteps: 300,
  });
  expect(arazzo.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const service = createScriptedService(script);
  const machine = arazzo.workflow().machine({ services: service, runId: 'run' });
  const started = await startMachine(machine, { input });
  const output = await started.finish();
  const calls = service.requests.map(({ operation }) => operation.operationId);
  return { output, calls, service, started };
}

describe('a step that calls a workflow', () => {
  test('runs it with the inputs that its parameters name, and goes on (A-STEP-16, A-PARAM-10)', async () => {
    const { output, calls, service } = await run(
      [
        {
          workflowId: 'parent',
          steps: [
            { stepId: 'a' },
            {
              stepId: 'b',
              workflowId: 'child',
              parameters: [{ name: 'pet', value: '$inputs.pet' }],
              outputs: { order: '$outputs.order' },
            },
            { stepId: 'c' },
          ],
          outputs: {
            order: '$steps.b.outputs.order',
            same: '$workflows.child.outputs.order',
          },
        },
        {
          workflowId: 'child',
          inputs: { type: 'object', properties: { pet: {}, count: { default: 2 } } },
          steps: [
            {
              stepId: 'x',
              parameters: [
                { name: 'pet', in: 'query', value: '$inputs.pet' },
                { name: 'count', in: 'query', value: '$inputs.count' },
              ],
              outputs: { id: '$response.body#/id' },
            },
          ],
          outputs: { order: '$steps.x.outputs.id' },
        },
      ],
      { input: { pet: 'rex' }, script: [{ body: { id: 7 } }] },
    );
    expect(calls).toEqual(['a', 'x', 'c']);
    expect(service.requests[1]?.parameters.map(({ value }) => value)).toEqual(['rex', 2]);
    expect(output).toEqual({ status: 'completed', outputs: { order: 7, same: 7 } });
  });

  test('fails when it fails, and says why (C-12)', async () => {
    const { output } = await run(
      [
        {
          workflowId: 'parent',
          steps: [{ stepId: 'b', workflowId: 'child' }, { stepId: 'c' }],
        },
        { workflowId: 'child', steps: [{ stepId: 'x' }] },
      ],
      { script: [status(500)] },
    );
    expect(output).toMatchObject({
      status: 'failed',
      failure: {
        kind: 'workflow',
        stepId: 'b',
        workflowId: 'child',
        notDone: ['c'],
        cause: { stepId: 'x', statusCode: 500 },
      },
    });
  });

  test('sees the last answer of the workflow (C-13)', async () => {
    const { output } = await run(
      [
        {
          workflowId: 'parent',
          steps: [
            {
              stepId: 'b',
              workflowId: 'child',
              successCriteria: [{ condition: '$statusCode == 201' }],
              outputs: { code: '$statusCode' },
            },
          ],
          outputs: { code: '$steps.b.outputs.code' },
        },
        { workflowId: 'child', steps: [{ stepId: 'x' }] },
      ],
      { script: [status(201)] },
    );
    expect(output).toEqual({ status: 'completed', outputs: { code: 201 } });
  });
});

describe('goto a workflow', () => {
  test('hands the run over: the result is the result of that workflow (C-04)', async () => {
    const { output, calls } = await run(
      [
        {
          workflowId: 'first',
          steps: [
            {
              stepId: 'a',
              onSuccess: [
                action('go', 'goto', {
                  workflowId: 'second',
                  parameters: [{ name: 'x', value: '$response.body#/x' }],
                }),
              ],
            },
            { stepId: 'never' },
          ],
          outputs: { y: '$inputs.nothing' },
        },
        { workflowId: 'second', steps: [{ stepId: 's' }], outputs: { x: '$inputs.x' } },
      ],
      { script: [{ body: { x: 5 } }], arazzo: '1.1.0' },
    );
    expect(calls).toEqual(['a', 's']);
    expect(output).toEqual({ status: 'completed', outputs: { x: 5 } });
  });

  test('from a called workflow stays within the step', async () => {
    const { output, calls } = await run(
      [
        {
          workflowId: 'parent',
          steps: [
            { stepId: 'b', workflowId: 'child', outputs: { z: '$outputs.z' } },
            { stepId: 'c' },
          ],
          outputs: { z: '$steps.b.outputs.z' },
        },
        {
          workflowId: 'child',
          steps: [
            { stepId: 'x', onSuccess: [action('go', 'goto', { workflowId: 'other' })] },
          ],
        },
        {
          workflowId: 'other',
          steps: [{ stepId: 'o', outputs: { z: '$response.body' } }],
          outputs: { z: '$steps.o.outputs.z' },
        },
      ],
      { script: [{ body: 'z' }] },
    );
    expect(calls).toEqual(['x', 'o', 'c']);
    expect(output).toEqual({ status: 'completed', outputs: { z: 'z' } });
  });

  test('in a circle ends by the limit of steps, without a deep stack', async () => {
    const { output, calls } = await run([
      {
        workflowId: 'ping',
        steps: [
          { stepId: 'a', onSuccess: [action('go', 'goto', { workflowId: 'pong' })] },
        ],
      },
      {
        workflowId: 'pong',
        steps: [
          { stepId: 'b', onSuccess: [action('go', 'goto', { workflowId: 'ping' })] },
        ],
      },
    ]);
    expect(calls.length).toBe(300);
    expect(output).toMatchObject({ status: 'failed', failure: { kind: 'step-limit' } });
  });
});

describe('dependsOn', () => {
  test('runs the workflows first, once each, in their order', async () => {
    const { output, calls } = await run(
      [
        {
          workflowId: 'a',
          dependsOn: ['b', 'c'],
          steps: [{ stepId: 'sa' }],
          outputs: { t: '$workflows.c.outputs.t' },
        },
        { workflowId: 'b', dependsOn: ['c'], steps: [{ stepId: 'sb' }] },
        {
          workflowId: 'c',
          steps: [{ stepId: 'sc', outputs: { t: '$response.body' } }],
          outputs: { t: '$steps.sc.outputs.t' },
        },
      ],
      { script: [{ body: 'token' }] },
    );
    expect(calls).toEqual(['sc', 'sb', 'sa']);
    expect(output).toEqual({ status: 'completed', outputs: { t: 'token' } });
  });

  test('keeps the workflow from running when one fails (A-WF-13)', async () => {
    const { output, calls } = await run(
      [
        { workflowId: 'a', dependsOn: ['b'], steps: [{ stepId: 'sa' }] },
        { workflowId: 'b', steps: [{ stepId: 'sb' }] },
      ],
      { script: [status(500)] },
    );
    expect(calls).toEqual(['sb']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'dependency', workflowId: 'b' },
    });
  });
});

describe('a retry with a helper', () => {
  test('runs a workflow, then the step again (A-FACT-14)', async () => {
    const { output, calls } = await run(
      [
        {
          workflowId: 'a',
          steps: [
            {
              stepId: 'get',
              onFailure: [
                action('refresh', 'retry', { workflowId: 'login', retryLimit: 2 }),
              ],
            },
          ],
        },
        { workflowId: 'login', steps: [{ stepId: 'post' }] },
      ],
      {
        script: (request) =>
          request.operation.operationId === 'get' && gets++ < 1 ? status(401) : {},
      },
    );
    expect(calls).toEqual(['get', 'post', 'get']);
    expect(output.status).toBe('completed');
  });

  test('runs a step alone, then the step again (A-FACT-15)', async () => {
    let gotten = 0;
    const { calls } = await run(
      [
        {
          workflowId: 'a',
          steps: [
            { stepId: 'login' },
            { stepId: 'between' },
            { stepId: 'get', onFailure: [action('again', 'retry', { stepId: 'login' })] },
          ],
        },
      ],
      {
        script: (request) =>
          request.operation.operationId === 'get' && gotten++ < 1 ? status(401) : {},
      },
    );
    expect(calls).toEqual(['login', 'between', 'get', 'login', 'get']);
  });
});

let gets = 0;

describe('recursion', () => {
  test('ends by the limit of depth', async () => {
    const { output } = await run([
      { workflowId: 'a', steps: [{ stepId: 'again', workflowId: 'a' }] },
    ]);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'depth-limit' },
    });
  });
});
