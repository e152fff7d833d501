import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { invokesOf } from '../../src/machines/walk-config.ts';
import type { WorkflowConfig } from '../../src/index.ts';
import type { StateConfig, TransitionConfig } from '../../src/arazzo-import/index.ts';
import { noAnswer, status } from './support/create-scripted-service.ts';
import { runToEnd } from './support/start-run.ts';
import { simple, workflowText } from './support/workflow-text.ts';
import type { WorkflowParts } from './support/workflow-text.ts';

const stepIds = ['a', 'b.c', '#d', 'completed', '__proto__', 'wait'] as const;
const maxSteps = 12;

const conditions = fc.array(
  fc.constantFrom(
    '$statusCode == 200',
    '$statusCode >= 500',
    '$response.body#/n > 1',
    '$steps.a.outputs.n == null',
    '$inputs.x != 1 && !($statusCode == 404)',
  ),
  { maxLength: 2 },
);

const target = fc.record({
  type: fc.constant('goto'),
  stepId: fc.constantFrom(...stepIds),
});
const end = fc.record({ type: fc.constant('end') });
const retry = fc.record({
  type: fc.constant('retry'),
  retryLimit: fc.integer({ min: 0, max: 3 }),
  retryAfter: fc.constantFrom(0, 0.5, 60),
});

/** Actions with names of their own, and with or without criteria. */
function actionsOf<Kind extends object>(
  kind: fc.Arbitrary<Kind>,
): fc.Arbitrary<object[]> {
  const names = fc.constantFrom('go', 'succeeded', 'stillPending', 'constructor');
  const named = fc.tuple(names, kind, conditions).map(([name, rest, texts]) => ({
    name,
    ...rest,
    ...(texts.length === 0 ? {} : { criteria: texts.map(simple) }),
  }));
  return fc.uniqueArray(named, { selector: ({ name }) => name, maxLength: 3 });
}

const steps = fc.tuple(
  ...stepIds.map((stepId) =>
    fc.record({
      stepId: fc.constant(stepId),
      operationId: fc.constantFrom('op', 'wait', 'constructor'),
      outputs: fc.constant({ n: '$response.body#/n' }),
      onSuccess: actionsOf(fc.oneof(target, end)),
      onFailure: actionsOf(fc.oneof(target, end, retry)),
    }),
  ),
);

const documents: fc.Arbitrary<WorkflowParts> = steps.map((list) => ({
  steps: list,
  outputs: { n: '$steps.a.outputs.n' },
}));

const answers = fc.array(
  fc.oneof(
    fc.constantFrom(200, 202, 404, 503).map((code) => status(code)),
    fc.nat(3).map((n) => ({ body: { n } })),
    fc.constant(null).map(() => noAnswer()),
  ),
  { minLength: 1, maxLength: 8 },
);

const pollChoice = fc.constantFrom('fail' as const, 'next' as const);

describe('whatever a document and its API do', () => {
  test('a run comes to an end, within its limit of calls', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        answers,
        pollChoice,
        async (parts, script, unmatchedPoll) => {
          const options = { maxSteps, unmatchedPoll };
          const { output, calls } = await runToEnd(parts, { script, options });
          expect(calls.length).toBeLessThanOrEqual(maxSteps);
          expect(['completed', 'ended', 'failed']).toContain(output.status);
          if (output.status === 'completed') return;
          expect(output.failure.message).not.toBe('');
        },
      ),
      { numRuns: 100 },
    );
  });

  test('what a run remembers survives JSON', async () => {
    await fc.assert(
      fc.asyncProperty(documents, answers, async (parts, script) => {
        const { run } = await runToEnd(parts, { script, options: { maxSteps } });
        expect(JSON.parse(JSON.stringify(run.context()))).toEqual(run.context());
      }),
      { numRuns: 40 },
    );
  });

  test('every transition leads to a state that is there', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (parts) => {
        const { config } = (await importArazzo(workflowText(parts))).workflow();
        const targets = targetsOf(config);
        expect(targets.length).toBeGreaterThan(stepIds.length);
        for (const name of targets) expect(Object.keys(config.states)).toContain(name);
      }),
      { numRuns: 40 },
    );
  });
});

/** The keys of the states that transitions lead to out of a step. */
function targetsOf({ id, states }: WorkflowConfig): readonly string[] {
  return Object.values(states)
    .flatMap(transitionsIn)
    .map(({ target: name }) => name)
    .filter((name) => name.startsWith(`#${id}.`))
    .map((name) => name.slice(id.length + 2));
}

function transitionsIn(state: StateConfig): readonly TransitionConfig[] {
  return [
    ...invokesOf(state).flatMap(({ onDone, onError = [] }) => [...onDone, ...onError]),
    ...Object.values(state.states ?? {}).flatMap(transitionsIn),
  ];
}
