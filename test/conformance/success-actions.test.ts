import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const at = '/workflows/0/steps/0/onSuccess/0';
const ids = ['s1', 's2', 's3', 's4', 's5', 's6'];
const when = (condition: string): Fields => ({ criteria: [{ condition }] });
const goto = (stepId: string, more: Fields = {}): Fields => ({
  name: `to-${stepId}`,
  type: 'goto',
  stepId,
  ...more,
});
const end = { name: 'stop', type: 'end' };

/** Steps s1 to s6, some of them with actions. */
function steps(actions: Readonly<Record<string, readonly Fields[]>>): readonly Fields[] {
  return ids.map((stepId) => ({ stepId, onSuccess: actions[stepId] }));
}

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, run } = inVersion(version);

  const errorsOf = (action: Fields, more: Fields = {}): Promise<readonly string[]> =>
    errors({ steps: [{ stepId: 'one', onSuccess: [action] }], ...more });
  const pathsOf = async (
    actions: Readonly<Record<string, readonly Fields[]>>,
  ): Promise<string> =>
    (await run({ steps: steps(actions) })).paths.map((path) => path.slice(2)).join('');

  requirement('A-SACT-01 A-DEF-03 without onSuccess the next step follows', async () => {
    expect(await pathsOf({})).toBe('123456');
  });

  requirement('A-SACT-02 after the last step the workflow has succeeded', async () => {
    const { output } = await run({
      workflow: { outputs: { code: '$steps.one.outputs.c' } },
      steps: [{ stepId: 'one', outputs: { c: '$statusCode' } }],
    });
    expect(output).toEqual({ status: 'completed', outputs: { code: 200 } });
  });

  requirement('A-SACT-03 an action needs a name', async () => {
    const found = await findings({
      steps: [{ stepId: 'one', onSuccess: [{ type: 'end' }] }],
    });
    expect(found).toEqual([expect.stringMatching(new RegExp(` ${at}(?:/name)?$`, 'u'))]);
    const twoCases = [
      { ...end, ...when('$statusCode == 200') },
      { ...end, name: 'STOP' },
    ];
    expect(await findings({ steps: [{ stepId: 'one', onSuccess: twoCases }] })).toEqual(
      [],
    );
    const nameless = { steps: [{ stepId: 'one', onSuccess: [{ type: 'end' }] }] };
    expect(await errors(nameless, { strict: true })).not.toEqual([]);
  });

  requirement('A-SACT-04 a success action ends or goes on', async () => {
    expect(await errorsOf({ name: 'x', type: 'jump' })).toEqual([
      `INVALID_VALUE ${at}/type`,
    ]);
    expect(await errorsOf({ name: 'x' })).toEqual([`MISSING_FIELD ${at}/type`]);
    const retry = { name: 'x', type: 'retry' };
    expect(await findings({ steps: [{ stepId: 'one', onSuccess: [retry] }] })).toEqual([
      expect.stringContaining(at),
    ]);
    const polling = { steps: [{ stepId: 'one', onSuccess: [retry] }] };
    expect(await errors(polling, { strict: true })).toEqual([
      `RETRY_ON_SUCCESS ${at}/type`,
    ]);
  });

  requirement('A-SACT-05 end ends the workflow with the outputs there are', async () => {
    const { output, paths } = await run({
      steps: [
        { stepId: 'one', onSuccess: [end], outputs: { c: '$statusCode' } },
        { stepId: 'two', outputs: { c: '$statusCode' } },
      ],
      workflow: { outputs: { a: '$steps.one.outputs.c', b: '$steps.two.outputs.c' } },
    });
    expect(paths).toEqual(['/one']);
    expect(output).toEqual({ status: 'completed', outputs: { a: 200 } });
  });

  requirement('A-SACT-06 goto goes on from its step', async () => {
    expect(await pathsOf({ s2: [goto('s5')] })).toBe('1256');
  });

  requirement('A-SACT-07 goto may go back', async () => {
    const list = [
      { stepId: 's1' },
      { stepId: 's2', outputs: { done: '$response.body#/done' } },
      { stepId: 's3', onSuccess: [goto('s1', when('$steps.s2.outputs.done == false'))] },
    ];
    const answers = [false, false, false, true].flatMap((done) => [
      200,
      { body: { done } },
      200,
    ]);
    const { paths, status } = await run({ steps: list }, { answers });
    expect(status).toBe('completed');
    expect(paths).toHaveLength(12);
  });

  requirement('A-SACT-08 goto stays in its workflow', async () => {
    const workflows = [
      { workflowId: 'main', steps: [{ stepId: 'one', onSuccess: [goto('two')] }] },
      { workflowId: 'other', steps: [{ stepId: 'two' }] },
    ];
    expect(await errors({ workflows })).toEqual([`UNKNOWN_STEP ${at}/stepId`]);
  });

  requirement('A-SACT-11 goto has one target', async () => {
    expect(await errorsOf(goto('one', { workflowId: 'main' }))).toEqual([
      `CONFLICTING_FIELDS ${at}/workflowId`,
    ]);
    expect(await errorsOf({ name: 'x', type: 'goto' })).toEqual([
      `MISSING_FIELD ${at}/stepId`,
    ]);
  });

  requirement('A-SACT-12 the target of an end is pointed out', async () => {
    const onSuccess = [{ ...end, stepId: 'two' }];
    const list = [{ stepId: 'one', onSuccess }, { stepId: 'two' }];
    expect(await findings({ steps: list })).toEqual([
      `warning IGNORED_FIELD ${at}/stepId`,
    ]);
    expect((await run({ steps: list })).paths).toEqual(['/one']);
  });

  requirement('A-SACT-13 all criteria of an action have to hold', async () => {
    const criteria = [
      { condition: '$statusCode == 200' },
      { condition: '$statusCode == 201' },
    ];
    expect(await pathsOf({ s1: [goto('s6', { criteria }), goto('s5')] })).toBe('156');
  });

  requirement('A-SACT-14 an action without criteria is taken', async () => {
    expect(await pathsOf({ s1: [goto('s6'), goto('s5')] })).toBe('16');
  });

  requirement('A-SACT-15 the first action that matches is taken', async () => {
    const ok = when('$statusCode == 200');
    expect(
      await pathsOf({
        s1: [goto('s4', when('$statusCode == 1')), goto('s6', ok), goto('s5', ok)],
      }),
    ).toBe('16');
  });

  requirement('A-SACT-16 when no action matches the next step follows', async () => {
    expect(await pathsOf({ s1: [goto('s6', when('$statusCode == 1'))] })).toBe('123456');
  });

  requirement(
    'A-SACT-16 a poll that no action matches fails, or goes on if so asked',
    async () => {
      const list = [
        { stepId: 'one', onSuccess: [goto('one', when("$response.body#/s == 'WAIT'"))] },
        { stepId: 'two' },
      ];
      const answers = [{ body: { s: 'WAIT' } }, { body: { s: 'BROKEN' } }, 200];
      const careful = await run({ steps: list }, { answers });
      expect([careful.status, careful.paths]).toEqual(['failed', ['/one', '/one']]);
      const literal = await run(
        { steps: list },
        { answers, options: { unmatchedPoll: 'next' } },
      );
      expect([literal.status, literal.paths]).toEqual([
        'completed',
        ['/one', '/one', '/two'],
      ]);
    },
  );

  requirement(
    'A-SACT-17 a reference names a success action of the document',
    async () => {
      const components = { successActions: { stop: end }, failureActions: { stop: end } };
      const wrong = { reference: '$components.failureActions.stop' };
      expect(await errorsOf(wrong, { components })).toEqual([
        expect.stringContaining(`${at}/reference`),
      ]);
      const onSuccess = [{ reference: '$components.successActions.stop' }];
      const { paths } = await run({
        components,
        steps: [{ stepId: 'one', onSuccess }, { stepId: 'two' }],
      });
      expect(paths).toEqual(['/one']);
    },
  );

  requirement('A-SACT-18 an action that is there twice is an error', async () => {
    expect(await errors({ steps: [{ stepId: 'one', onSuccess: [end, end] }] })).toEqual([
      expect.stringMatching(/^DUPLICATE_NAME \S+\/onSuccess\/1/u),
    ]);
  });

  requirement('A-SACT-19 an empty list is none', async () => {
    expect(await pathsOf({ s1: [] })).toBe('123456');
  });
});
