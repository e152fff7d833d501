import { readFileSync } from 'node:fs';
import { SimulatedClock } from 'xstate';
import type { Snapshot } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { JsonRecord, LoadedWorkflow, WorkflowMachine } from '../../src/index.ts';
import {
  provisionDatastoreAndExport,
  startExportPollAndList,
} from '../../src/machines/healthlake/index.ts';
import { body, createScriptedService } from './support/create-scripted-service.ts';
import { createScriptedHealthLake } from './support/scripted-health-lake.ts';
import type { ScriptedHealthLake } from './support/scripted-health-lake.ts';
import { machineOf, startMachine } from './support/start-run.ts';
import type { Run } from './support/start-run.ts';
import { action } from './support/workflow-text.ts';

interface ReadyMade {
  readonly name: string;
  readonly workflow: LoadedWorkflow;
  readonly effects: readonly string[];
  /** Every state that a run is found in, in their order. */
  readonly states: readonly string[];
}

const exporting = [
  'startExportJob',
  'pollExportJob.calling SUBMITTED',
  'pollExportJob.waiting SUBMITTED',
  'pollExportJob.calling QUEUED',
  'pollExportJob.waiting QUEUED',
  'pollExportJob.calling IN_PROGRESS',
  'pollExportJob.waiting IN_PROGRESS',
  'pollExportJob.calling COMPLETED',
];

const readyMade: readonly ReadyMade[] = [
  {
    name: 'provision-datastore-and-export',
    workflow: provisionDatastoreAndExport as unknown as LoadedWorkflow,
    effects: ['CreateFHIRDatastore', 'StartFHIRExportJob'],
    states: [
      'createDatastore',
      'pollDatastore.calling CREATING',
      'pollDatastore.waiting CREATING',
      'pollDatastore.calling ACTIVE',
      ...exporting,
    ],
  },
  {
    name: 'start-export-poll-and-list',
    workflow: startExportPollAndList as unknown as LoadedWorkflow,
    effects: ['StartFHIRExportJob'],
    states: [...exporting, 'listExportJobs'],
  },
];

describe.each(readyMade)('a run of $name', ({ name, workflow, effects, states }) => {
  test.each(states.map((state, index) => [state, index] as const))(
    'that dies in %s goes on in another process',
    async (_state, index) => {
      const lake = createScriptedHealthLake();
      const clock = new SimulatedClock();
      const { snapshot, machine } = await dieIn(workflow, { name, lake, clock, index });
      const run = await startMachine(machine, { snapshot, clock });
      const output = await run.finish();
      expect(output).toMatchObject({ status: 'completed', outputs: { jobId: 'job' } });
      for (const operation of effects) expect(lake.effects(operation)).toHaveLength(1);
    },
  );

  test('is found in these states', async () => {
    const lake = createScriptedHealthLake();
    const found = await observeStates(workflow, { name, lake });
    expect(found.map((state) => state.split(' ')[0])).toEqual(
      states.map((state) => state.split(' ')[0]),
    );
  });
});

interface Death {
  readonly name: string;
  readonly lake: ScriptedHealthLake;
  readonly clock: SimulatedClock;
  readonly index: number;
}

/** Runs to a state, a call or a wait, and gives what another process would find. */
async function dieIn(
  workflow: LoadedWorkflow,
  { name, lake, clock, index }: Death,
): Promise<{ readonly snapshot: Snapshot<unknown>; readonly machine: WorkflowMachine }> {
  const gate = createGate(lake);
  const first = workflow.machine({ services: gate.service, runId: 'run' });
  const run = await startMachine(first, { input: inputsOf(name), clock });
  for (let step = 0; step < index; step++) await proceed(run, gate);
  const text = JSON.stringify(run.actor.getPersistedSnapshot());
  // The call under way has its effect, but the process dies before it hears of it.
  gate.open();
  run.actor.stop();
  const machine = workflow.machine({ services: lake, runId: 'another' });
  return { snapshot: JSON.parse(text) as Snapshot<unknown>, machine };
}

async function observeStates(
  workflow: LoadedWorkflow,
  { name, lake }: Pick<Death, 'name' | 'lake'>,
): Promise<readonly string[]> {
  const gate = createGate(lake);
  const machine = workflow.machine({ services: gate.service });
  const run = await startMachine(machine, { input: inputsOf(name) });
  const states: string[] = [];
  while (run.actor.getSnapshot().status === 'active') {
    states.push(run.state());
    await proceed(run, gate);
  }
  return states;
}

/** From a call to its answer, from a wait to its end. */
async function proceed(run: Run, gate: ReturnType<typeof createGate>): Promise<void> {
  const { wait } = run.context();
  if (wait === undefined) gate.open();
  await run.advance(wait === undefined ? 0 : wait.until - run.clock.now());
}

/** A service that carries a call out at once and keeps its answer back until the gate opens. */
function createGate(lake: ScriptedHealthLake): {
  readonly service: ScriptedHealthLake;
  open(): void;
} {
  let waiting: (() => void) | undefined;
  return {
    service: {
      ...lake,
      call: async (request, options) => {
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
        return lake.call(request, options);
      },
    },
    open: () => waiting?.(),
  };
}

function inputsOf(name: string): JsonRecord {
  const file = new URL(`../../examples/healthlake/${name}.inputs.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as JsonRecord;
}

function clockAt(now: number): SimulatedClock {
  const clock = new SimulatedClock();
  clock.set(now);
  return clock;
}

describe('a wait', () => {
  const interval = 60_000;
  const parts = {
    steps: [
      {
        stepId: 'look',
        onSuccess: [
          action('again', 'goto', { stepId: 'look', if: '$response.body#/n == 1' }),
          action('done', 'goto', { stepId: 'after' }),
        ],
      },
      { stepId: 'after' },
    ],
  };

  /** A machine, and a snapshot that was taken ten seconds into its wait. */
  async function snapshotInWait(pollInterval = interval) {
    const service = createScriptedService([body({ n: 1 }), body({ n: 2 })]);
    const machine = await machineOf(parts, service, { pollInterval });
    const run = await startMachine(machine);
    await run.advance(10_000);
    const snapshot = run.actor.getPersistedSnapshot();
    run.actor.stop();
    return { machine, service, snapshot };
  }

  test('ends at its original time, never earlier', async () => {
    const { machine, service, snapshot } = await snapshotInWait();
    const run = await startMachine(machine, { snapshot, clock: clockAt(40_000) });
    await run.advance(interval - 40_000 - 1);
    expect(service.requests).toHaveLength(1);
    await run.advance(1);
    expect(run.state()).toBe('completed');
  });

  test('that is past due ends at once', async () => {
    const { machine, service, snapshot } = await snapshotInWait();
    const run = await startMachine(machine, { snapshot, clock: clockAt(9 * interval) });
    await run.advance(0);
    expect(service.requests.length).toBeGreaterThan(1);
    expect(run.state()).toBe('completed');
  });

  test('of weeks does not end early after it was restored', async () => {
    const weeks = 2 ** 31 + 1_000_000;
    const { machine, service, snapshot } = await snapshotInWait(weeks);
    const run = await startMachine(machine, { snapshot, clock: clockAt(500_000) });
    await run.advance(2 ** 31 - 1);
    expect(service.requests).toHaveLength(1);
    await run.advance(500_001);
    expect(run.state()).toBe('completed');
  });

  test('can be restored, saved and restored again', async () => {
    const { machine, snapshot } = await snapshotInWait();
    const once = await startMachine(machine, { snapshot, clock: clockAt(20_000) });
    const again = JSON.parse(
      JSON.stringify(once.actor.getPersistedSnapshot()),
    ) as Snapshot<unknown>;
    once.actor.stop();
    const run = await startMachine(machine, { snapshot: again, clock: clockAt(59_999) });
    expect(run.state()).toBe('look.waiting');
    await run.advance(1);
    expect(run.state()).toBe('completed');
  });

  test('restored twice from one snapshot repeats calls with the same tokens', async () => {
    const { machine, service, snapshot } = await snapshotInWait();
    for (const clock of [clockAt(interval), clockAt(interval)])
      await (await startMachine(machine, { snapshot, clock })).advance(0);
    const tokens = service.requests.slice(1).map((request) => request.idempotencyToken);
    expect(tokens).toHaveLength(4);
    expect(new Set(tokens).size).toBe(2);
  });
});

test('a run that is over stays over', async () => {
  const service = createScriptedService([{}]);
  const machine = await machineOf({ steps: [{ stepId: 'a' }] }, service);
  const run = await startMachine(machine);
  const snapshot = run.actor.getPersistedSnapshot();
  const after = await startMachine(machine, { snapshot });
  expect(after.actor.getSnapshot().output).toEqual({ status: 'completed', outputs: {} });
  expect(service.requests).toHaveLength(1);
});

test('everything that a snapshot holds is JSON', async () => {
  const service = createScriptedService([{ statusCode: 500 }]);
  const machine = await machineOf(
    {
      steps: [{ stepId: 'a', onFailure: [action('again', 'retry', { retryAfter: 1 })] }],
    },
    service,
  );
  const run = await startMachine(machine);
  const { context } = run.actor.getPersistedSnapshot() as { context?: unknown };
  expect(JSON.parse(JSON.stringify(context))).toEqual(context);
});
