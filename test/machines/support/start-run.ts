import { createActor, SimulatedClock } from 'xstate';
import type { Actor, AnyActorRef, Snapshot } from 'xstate';
import { importArazzo } from '../../../src/index.ts';
import type {
  ImportOptions,
  JsonRecord,
  RunEvent,
  WorkflowContext,
  WorkflowMachine,
  WorkflowOutput,
} from '../../../src/index.ts';
import { observeRun } from '../../../src/machines/index.ts';
import type { OperationKnowledge, Service } from '../../../src/services/service.ts';
import { createScriptedService } from './create-scripted-service.ts';
import type { Script, ScriptedService } from './create-scripted-service.ts';
import { workflowText } from './workflow-text.ts';
import type { WorkflowParts } from './workflow-text.ts';

/** How a test runs a workflow. */
export interface RunSetup {
  readonly script?: Script;
  readonly input?: JsonRecord;
  readonly options?: ImportOptions;
  readonly knowledge?: Readonly<Record<string, OperationKnowledge>>;
  readonly runId?: string;
  /** When the run starts, by its clock. */
  readonly now?: number;
}

/** A run under way on a simulated clock. */
export interface Run {
  readonly actor: Actor<WorkflowMachine>;
  readonly clock: SimulatedClock;
  readonly events: readonly RunEvent[];
  context(): WorkflowContext;
  /** The state, as a path: `poll.waiting`. */
  state(): string;
  /** Lets time pass, and everything happen that can then. */
  advance(milliseconds: number): Promise<void>;
  /** Lets wait after wait pass until the run is at its end. */
  finish(): Promise<WorkflowOutput>;
}

/** Starts the workflow of a document on a service that answers from a script. */
export async function startRun(
  parts: WorkflowParts,
  setup: RunSetup = {},
): Promise<Run & { readonly service: ScriptedService }> {
  const { script = [{}], input = {}, options, knowledge, runId = 'run', now = 0 } = setup;
  const arazzo = await importArazzo(workflowText(parts), options);
  const service = createScriptedService(script, knowledge);
  const machine = arazzo.workflow().machine({ services: service, runId });
  const clock = new SimulatedClock();
  clock.set(now);
  return { ...(await startMachine(machine, { input, clock })), service };
}

/** Starts a workflow and gives you what it was called with and how it ended. */
export async function runToEnd(
  parts: WorkflowParts,
  setup: RunSetup = {},
): Promise<{
  readonly output: WorkflowOutput;
  /** The ids of the operations, in the order of the calls. */
  readonly calls: readonly string[];
  readonly run: Run & { readonly service: ScriptedService };
}> {
  const run = await startRun(parts, setup);
  const output = await run.finish();
  const calls = run.service.requests.map(({ operation }) => operation.operationId ?? '');
  return { output, calls, run };
}

/** Starts a machine, new or from a snapshot, on a simulated clock. */
export async function startMachine(
  machine: WorkflowMachine,
  {
    input = {},
    snapshot,
    clock = new SimulatedClock(),
  }: {
    readonly input?: JsonRecord;
    readonly snapshot?: Snapshot<unknown>;
    readonly clock?: SimulatedClock;
  } = {},
): Promise<Run> {
  const events: RunEvent[] = [];
  const inspect = observeRun((event) => events.push(event));
  const from = snapshot === undefined ? { input } : { snapshot, input };
  const actor = createActor(machine, { clock, inspect, ...from });
  actor.start();
  await settled();
  return toRun(actor, clock, events);
}

function toRun(
  actor: Actor<WorkflowMachine>,
  clock: SimulatedClock,
  events: readonly RunEvent[],
): Run {
  const context = (): WorkflowContext => actor.getSnapshot().context;
  const advance = async (milliseconds: number): Promise<void> => {
    clock.increment(milliseconds);
    await settled();
  };
  return {
    actor,
    clock,
    events,
    context,
    state: () => toPath(actor.getSnapshot().value),
    advance,
    finish: async () => {
      while (actor.getSnapshot().status === 'active') {
        const until = nextMoment(actor);
        if (until === Infinity) throw new Error('The run neither waits nor ends.');
        await advance(Math.max(0, until - clock.now()));
      }
      const { output, error } = actor.getSnapshot();
      if (output === undefined) throw error;
      return output;
    },
  };
}

/** When the first of all waits ends, in the run or in a workflow within it. */
function nextMoment(actor: AnyActorRef): number {
  const { input, children = {} } = actor.getSnapshot() as {
    readonly input?: { readonly until?: number };
    readonly children?: Readonly<Record<string, AnyActorRef | undefined>>;
  };
  const within = Object.values(children).map((child) => child && nextMoment(child));
  return Math.min(input?.until ?? Infinity, ...within.map((each) => each ?? Infinity));
}

/** Everything that can happen without time passing has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A machine for one service, from parts of a document. */
export async function machineOf(
  parts: WorkflowParts,
  services?: Service,
  options: ImportOptions = {},
): Promise<WorkflowMachine> {
  const arazzo = await importArazzo(workflowText(parts), options);
  return arazzo
    .workflow()
    .machine(services === undefined ? {} : { services, runId: 'run' });
}

function toPath(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[key, inner] = ['', '']] = Object.entries(value as Record<string, unknown>);
  return `${key}.${toPath(inner)}`;
}
