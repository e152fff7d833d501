import { expect, test } from 'vitest';
import { load } from '../analysis/paths/support/plan.ts';
import { planPaths, runPaths } from '../../src/testing/index.ts';
import type { PathEvent } from '../../src/testing/index.ts';
import { simple } from '../machines/support/workflow-text.ts';

const schema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' } },
};
const content = { 'application/json': { schema } };
const openapi = {
  openapi: '3.1.0',
  info: { title: 'API', version: '1' },
  paths: {
    '/things': {
      get: { operationId: 'get', responses: { 200: { description: 'it', content } } },
      post: {
        operationId: 'post',
        requestBody: { required: true, content },
        responses: { 200: { description: 'done' } },
      },
    },
  },
};

test('what follows a broken answer to a called workflow need not fit a schema', async () => {
  const ok = [simple('$statusCode == 200')];
  const inner = {
    stepId: 'get',
    operationId: 'get',
    successCriteria: ok,
    outputs: { id: '$response.body#/id' },
  };
  const payload = { id: '$steps.call.outputs.id' };
  const outer = [
    { stepId: 'call', workflowId: 'inner', outputs: { id: '$outputs.id' } },
    {
      stepId: 'post',
      operationId: 'post',
      successCriteria: ok,
      requestBody: { contentType: 'application/json', payload },
    },
  ];
  const workflow = await load(
    [
      { workflowId: 'outer', steps: outer },
      { workflowId: 'inner', steps: [inner], outputs: { id: '$steps.get.outputs.id' } },
    ],
    { imports: { read: () => Promise.resolve(JSON.stringify(openapi)) } },
  );
  const plan = planPaths(workflow);
  const paths = plan.paths.slice(0, 1).map(({ name, inputs, events, end }) => ({
    name,
    inputs,
    events: events.map(breakWithin),
    end,
  }));
  const report = await runPaths(workflow, { ...plan, paths });
  expect(report.paths.flatMap(({ problems }) => problems)).toEqual([]);
});

/** The same, with an answer without what was promised. */
function breakWithin(event: PathEvent): PathEvent {
  if (event.type !== 'call' || event.within === undefined) return event;
  const reply = { answer: { statusCode: 200, headers: {}, body: {} } };
  const events = event.within.events.map((inner) =>
    inner.type === 'call' ? { ...inner, kind: 'broken' as const, reply } : inner,
  );
  return { ...event, within: { ...event.within, events } };
}
