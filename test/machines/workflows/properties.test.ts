import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import { noAnswer, status } from '../support/create-scripted-service.ts';
import { documentText } from '../support/document-text.ts';
import type { WorkflowFields } from '../support/document-text.ts';
import { startLoaded } from '../support/start-workflows.ts';

const ids = ['a', 'b', 'c', 'd.e'] as const;
const stepIds = ['s', 't'] as const;
const maxSteps = 25;
const maxDepth = 4;

const id = fc.constantFrom(...ids);
const stepId = fc.constantFrom(...stepIds);
const criteria = fc.option(
  fc.constantFrom('$statusCode == 200', '$outputs.n == 1', '$workflows.a.outputs.n == 1'),
  { nil: undefined },
);

function actionOf(types: readonly string[]) {
  return fc
    .record({
      name: fc.constantFrom('go', 'goesTo', 'stop', 'endedAs'),
      type: fc.constantFrom(...types),
      target: fc.oneof(
        id.map((workflowId) => ({ workflowId })),
        stepId.map((to) => ({ stepId: to })),
      ),
      condition: criteria,
    })
    .map(({ name, type, target, condition }) => ({
      name,
      type,
      ...(type === 'end' ? {} : target),
      ...(condition === undefined ? {} : { criteria: [{ condition }] }),
    }));
}

function actionsOf(types: readonly string[]) {
  return fc.uniqueArray(actionOf(types), { selector: ({ name }) => name, maxLength: 2 });
}

const step = fc
  .record({
    call: fc.oneof(
      fc.constantFrom({ operationId: 'op' }, { operationId: 'make' }),
      id.map((workflowId) => ({ workflowId })),
    ),
    timeout: fc.option(fc.constantFrom(1, 7000), { nil: undefined }),
    onSuccess: actionsOf(['goto', 'end']),
    onFailure: actionsOf(['goto', 'end', 'retry']),
  })
  .map(({ call, timeout, ...rest }) => ({
    ...call,
    ...rest,
    ...(timeout === undefined ? {} : { timeout }),
    outputs: { n: '$statusCode' },
  }));

const documents: fc.Arbitrary<readonly WorkflowFields[]> = fc
  .array(
    fc.record({
      steps: fc.tuple(step, step),
      dependsOn: fc.option(id, { nil: undefined, freq: 4 }),
      needsInput: fc.boolean(),
    }),
    { minLength: ids.length, maxLength: ids.length },
  )
  .map((list) =>
    list.map(({ steps, dependsOn, needsInput }, index) => ({
      workflowId: ids[index] ?? 'a',
      ...(dependsOn === undefined || ids.indexOf(dependsOn) <= index
        ? {}
        : { dependsOn: [dependsOn] }),
      inputs: { type: 'object', ...(needsInput && index > 0 ? { required: ['q'] } : {}) },
      steps: steps.map((each, at) => ({ stepId: stepIds[at] ?? 's', ...each })),
      outputs: { n: 1, s: '$steps.s.outputs.n' },
    })),
  );

const answers = fc.array(
  fc.oneof(
    fc.constantFrom(200, 404, 503).map((code) => status(code)),
    fc.constant(null).map(() => noAnswer()),
  ),
  { minLength: 1, maxLength: 8 },
);

const knowledge = { make: { creates: { resource: 'thing', id: '/id' } } };

describe('whatever several workflows and their API do', () => {
  test('a run comes to an end, within its limits, and can be stored at any time', async () => {
    await fc.assert(
      fc.asyncProperty(documents, answers, async (workflows, script) => {
        const text = documentText(workflows, { arazzo: '1.1.0' });
        const arazzo = await importArazzo(text, { maxSteps, maxDepth });
        const workflow = arazzo.workflow();
        const run = await startLoaded(workflow, { script, knowledge });
        const snapshot = run.persisted();
        const output = await run.finish();
        expect(run.calls().length).toBeLessThanOrEqual(maxSteps);
        expect(['completed', 'ended', 'failed']).toContain(output.status);
        const message = output.status === 'completed' ? 'none' : output.failure.message;
        expect(message).not.toBe('');
        expect(JSON.parse(JSON.stringify(run.context()))).toEqual(run.context());
        const again = await startLoaded(workflow, { script, knowledge, snapshot });
        expect(['completed', 'ended', 'failed']).toContain((await again.finish()).status);
      }),
      { numRuns: 60 },
    );
  });
});
