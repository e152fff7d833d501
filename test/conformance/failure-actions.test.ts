import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { Ran, RunSetup } from './support/run.ts';

const at = '/workflows/0/steps/0/onFailure/0';
const when = (...conditions: string[]): Fields => ({
  criteria: conditions.map((condition) => ({ condition })),
});
const retry = (more: Fields = {}): Fields => ({ name: 'again', type: 'retry', ...more });
const end = { name: 'stop', type: 'end' };
const toCleanup = { name: 'clean', type: 'goto', stepId: 'cleanup' };

describe.each(versions)('in Arazzo %s', (version) => {
  const { errors, findings, run } = inVersion(version);

  const errorsOf = (action: Fields): Promise<readonly string[]> =>
    errors({ steps: [{ stepId: 'one', onFailure: [action] }] });
  /** Runs the step `one` with failure actions, then `two`, which ends, and `cleanup`. */
  const fail = (
    onFailure: readonly Fields[],
    answers: NonNullable<RunSetup['answers']>,
    more: Fields = {},
  ): Promise<Ran> =>
    run(
      {
        steps: [
          { stepId: 'one', onFailure, ...more },
          { stepId: 'two', onSuccess: [end] },
          { stepId: 'cleanup' },
        ],
      },
      { answers },
    );

  requirement('A-FACT-01 A-DEF-03 without onFailure the workflow fails', async () => {
    const { output, paths } = await run(
      { steps: [{ stepId: 'one' }, { stepId: 'two' }] },
      { answers: [500, 200] },
    );
    expect(paths).toEqual(['/one']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { stepId: 'one', statusCode: 500, notDone: ['two'] },
    });
  });

  requirement('A-FACT-01 a workflow that fails has the outputs there are', async () => {
    const { output } = await run(
      {
        steps: [
          { stepId: 'one', outputs: { n: '$response.body#/n' } },
          { stepId: 'two', outputs: { why: '$response.body#/why' } },
          { stepId: 'three', outputs: { x: '$statusCode' } },
        ],
        workflow: {
          outputs: {
            n: '$steps.one.outputs.n',
            why: '$steps.two.outputs.why',
            x: '$steps.three.outputs.x',
          },
        },
      },
      { answers: [{ body: { n: 1 } }, { status: 500, body: { why: 'w' } }] },
    );
    expect(output).toMatchObject({ status: 'failed' });
    expect(output.outputs).toEqual({ n: 1, why: 'w' });
  });

  requirement('A-FACT-02 an action needs a name', async () => {
    const found = await findings({
      steps: [{ stepId: 'one', onFailure: [{ type: 'end' }] }],
    });
    expect(found).toEqual([expect.stringMatching(new RegExp(` ${at}(?:/name)?$`, 'u'))]);
    const nameless = { steps: [{ stepId: 'one', onFailure: [{ type: 'end' }] }] };
    expect(await errors(nameless, { strict: true })).not.toEqual([]);
  });

  requirement('A-FACT-03 a failure action ends, retries or goes on', async () => {
    expect(await errorsOf({ name: 'x', type: 'jump' })).toEqual([
      `INVALID_VALUE ${at}/type`,
    ]);
    for (const action of [end, retry(), { ...toCleanup, stepId: 'one' }]) {
      expect(await errorsOf(action)).toEqual([]);
    }
  });

  requirement('A-FACT-04 end ends the workflow with the outputs there are', async () => {
    const { output, paths } = await run(
      {
        steps: [
          { stepId: 'zero', outputs: { n: '$response.body#/n' } },
          { stepId: 'one', onFailure: [end], outputs: { why: '$response.body#/why' } },
          { stepId: 'two' },
        ],
        workflow: {
          outputs: { n: '$steps.zero.outputs.n', why: '$steps.one.outputs.why' },
        },
      },
      { answers: [{ body: { n: 1 } }, { status: 500, body: { why: 'x' } }] },
    );
    expect(paths).toEqual(['/zero', '/one']);
    expect(output).toMatchObject({
      status: 'ended',
      outputs: { n: 1, why: 'x' },
      failure: { stepId: 'one', statusCode: 500 },
    });
  });

  requirement('A-FACT-05 goto goes on from its step, with what is known', async () => {
    const { requests, status } = await run(
      {
        steps: [
          { stepId: 'make', outputs: { id: '$response.body#/id' } },
          { stepId: 'one', onFailure: [toCleanup] },
          { stepId: 'two' },
          {
            stepId: 'cleanup',
            parameters: [{ name: 'id', in: 'query', value: '$steps.make.outputs.id' }],
          },
        ],
      },
      { answers: [{ body: { id: 7 } }, 500, 200] },
    );
    expect(requests.map(({ url }) => url)).toEqual(['/make', '/one', '/cleanup?id=7']);
    expect(status).toBe('completed');
  });

  requirement('A-FACT-07 retry calls the step again', async () => {
    const { paths, outputs } = await run(
      {
        steps: [
          {
            stepId: 'one',
            onFailure: [retry({ retryLimit: 5 })],
            outputs: { n: '$response.body#/n' },
          },
        ],
        workflow: { outputs: { n: '$steps.one.outputs.n' } },
      },
      { answers: [503, 503, { body: { n: 3 } }] },
    );
    expect(paths).toEqual(['/one', '/one', '/one']);
    expect(outputs).toEqual({ n: 3 });
  });

  requirement('A-FACT-08 retryAfter is in seconds', async () => {
    const waited = async (more: Fields): Promise<number> =>
      (await fail([retry(more)], [503, 200])).waited;
    expect(await waited({ retryAfter: 1.5 })).toBe(1500);
    expect(await waited({ retryAfter: 0 })).toBe(0);
    expect(await waited({})).toBe(0);
    expect(await errorsOf(retry({ retryAfter: -1 }))).toEqual([
      `INVALID_VALUE ${at}/retryAfter`,
    ]);
    expect(await errorsOf(retry({ retryAfter: 'soon' }))).toEqual([
      `WRONG_TYPE ${at}/retryAfter`,
    ]);
  });

  requirement('A-FACT-09 the header Retry-After overrules retryAfter', async () => {
    const waited = async (
      header: string,
      more: Fields = { retryAfter: 10 },
    ): Promise<number> =>
      (
        await fail(
          [retry(more)],
          [{ status: 503, headers: { 'Retry-After': header } }, 200],
        )
      ).waited;
    expect(await waited('2')).toBe(2000);
    expect(await waited('2', {})).toBe(2000);
    // The run's clock begins in 1970.
    expect(await waited('Thu, 01 Jan 1970 00:00:30 GMT')).toBe(30_000);
    expect(await waited('soon')).toBe(10_000);
  });

  requirement('A-FACT-10 retryLimit counts the retries', async () => {
    const calls = async (retryLimit: number): Promise<number> =>
      (await fail([retry({ retryLimit })], [503])).paths.length;
    expect([await calls(0), await calls(1), await calls(2)]).toEqual([1, 2, 3]);
    for (const retryLimit of [1.5, -1]) {
      expect(await errorsOf(retry({ retryLimit }))).toEqual([
        expect.stringMatching(
          new RegExp(`^(?:INVALID_VALUE|WRONG_TYPE) ${at}/retryLimit$`, 'u'),
        ),
      ]);
    }
  });

  requirement('A-FACT-11 A-DEF-04 without retryLimit there is one retry', async () => {
    expect((await fail([retry()], [503])).paths).toEqual(['/one', '/one']);
  });

  requirement('A-FACT-12 the actions after a retry wait for its limit', async () => {
    const { paths } = await fail(
      [retry({ retryLimit: 2 }), toCleanup],
      [503, 503, 503, 200],
    );
    expect(paths).toEqual(['/one', '/one', '/one', '/cleanup']);
  });

  requirement('A-FACT-13 when the retries are used up the step fails', async () => {
    const { output } = await fail([retry({ retryLimit: 2 })], [503]);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { stepId: 'one', statusCode: 503 },
    });
  });

  requirement('A-FACT-16 a target is one, and in this workflow', async () => {
    const both = { stepId: 'one', workflowId: 'main' };
    for (const type of ['retry', 'goto']) {
      expect(await errorsOf({ name: 'x', type, ...both })).toEqual([
        `CONFLICTING_FIELDS ${at}/workflowId`,
      ]);
      expect(await errorsOf({ name: 'x', type, stepId: 'nope' })).toEqual([
        expect.stringContaining(`${at}/stepId`),
      ]);
    }
  });

  requirement('A-FACT-17 what belongs to a retry is pointed out elsewhere', async () => {
    const onFailure = [{ ...toCleanup, stepId: 'one', retryAfter: 1, retryLimit: 2 }];
    expect(await findings({ steps: [{ stepId: 'one', onFailure }] })).toEqual([
      `warning IGNORED_FIELD ${at}/retryAfter`,
      `warning IGNORED_FIELD ${at}/retryLimit`,
    ]);
  });

  requirement('A-FACT-18 the first action that matches is taken', async () => {
    const on500 = when('$statusCode == 500');
    const actions = [
      retry(when('$statusCode == 503')),
      { ...toCleanup, ...on500 },
      { ...end, ...on500 },
    ];
    expect((await fail(actions, [500, 200])).paths).toEqual(['/one', '/cleanup']);
  });

  requirement('A-FACT-19 B-CRIT-12 all criteria of an action have to hold', async () => {
    const actions = [
      { ...toCleanup, ...when('$statusCode == 500', '$statusCode == 501') },
      end,
    ];
    const { paths, status } = await fail(actions, [500]);
    expect([paths, status]).toEqual([['/one'], 'ended']);
  });

  requirement('A-FACT-20 when no action matches the workflow fails', async () => {
    const { paths, status } = await fail(
      [{ ...toCleanup, ...when('$statusCode == 1') }],
      [500],
    );
    expect([paths, status]).toEqual([['/one'], 'failed']);
  });

  requirement('A-FACT-21 each attempt is judged by its own answer', async () => {
    const actions = [
      retry({ retryLimit: 5, ...when('$statusCode == 503') }),
      { ...end, ...when('$statusCode == 400') },
    ];
    const { paths, status } = await fail(actions, [503, 400]);
    expect([paths, status]).toEqual([['/one', '/one'], 'ended']);
  });

  requirement('A-FACT-22 an action is there once, a reference names one', async () => {
    expect(await errors({ steps: [{ stepId: 'one', onFailure: [end, end] }] })).toEqual([
      expect.stringMatching(/^DUPLICATE_NAME \S+\/onFailure\/1/u),
    ]);
    const components = { successActions: { stop: end }, failureActions: { stop: end } };
    const steps = (section: string): readonly Fields[] => [
      { stepId: 'one', onFailure: [{ reference: `$components.${section}.stop` }] },
    ];
    expect(await errors({ components, steps: steps('failureActions') })).toEqual([]);
    expect(await errors({ components, steps: steps('successActions') })).toEqual([
      expect.stringContaining(`${at}/reference`),
    ]);
  });

  requirement(
    'A-FACT-23 after a retry that succeeds the success actions follow',
    async () => {
      const onSuccess = [{ name: 'on', type: 'goto', stepId: 'cleanup' }];
      const { paths } = await fail([retry()], [503, 200], { onSuccess });
      expect(paths).toEqual(['/one', '/one', '/cleanup']);
    },
  );

  requirement('A-FACT-24 a call without an answer is a failure', async () => {
    const byStatus = { ...toCleanup, ...when('$statusCode >= 100') };
    const { output } = await fail([byStatus], ['hang-up']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'no-answer', stepId: 'one' },
    });
    const again = await fail([byStatus, retry({ retryAfter: 1 })], ['hang-up', 200]);
    expect([again.paths, again.status]).toEqual([['/one', '/one', '/two'], 'completed']);
  });

  requirement('A-FACT-25 a step that is entered again has all its retries', async () => {
    const again = {
      name: 'back',
      type: 'goto',
      stepId: 'one',
      ...when('$response.body#/more == true'),
    };
    const { paths } = await run(
      {
        steps: [
          { stepId: 'one', onFailure: [retry({ retryLimit: 1 })] },
          { stepId: 'two', onSuccess: [again] },
        ],
      },
      { answers: [503, 200, { body: { more: true } }, 503, 200, 200] },
    );
    expect(paths).toEqual(['/one', '/one', '/two', '/one', '/one', '/two']);
  });
});
