import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import type { Path, PathEvent } from '../../analysis/paths/path.ts';
import { placeOf } from '../../analysis/paths/place.ts';
import type { MachineSource } from '../../machines/machine-source.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { JsonRecord } from '../../machines/types.ts';
import type { World } from '../against/world.ts';
import { flattenEvents } from './flatten-events.ts';
import type { RequestCheck } from './check-request.ts';
import type { DrivenEvent } from './flatten-events.ts';
import type { TransitionObserver } from './observe-transitions.ts';
import type { PathProblem, PathResult, SentRequest } from './path-result.ts';
import type { PendingCall, Script } from './script.ts';
import { defaultsOf, secretValues } from './secret-values.ts';
import type { SecretValue } from './secret-values.ts';
import { secretsOfCall } from './secrets-of-call.ts';
import { createStepClock } from './step-clock.ts';
import type { StepClock } from './step-clock.ts';
import { toSentRequest } from './to-sent-request.ts';
import { until } from './until.ts';

/** What paths are run on. */
export interface Stage {
  readonly machine: WorkflowMachine;
  readonly script: Script;
  /** What answers the calls. */
  readonly world: World;
  /** Hears what the machine does on a path; a new one for each. */
  readonly observe: () => TransitionObserver;
  /** Says what is wrong with a request. */
  readonly checkRequests: (path: Path) => RequestCheck;
  /** Knows what the document and the API descriptions call secrets. */
  readonly source: Pick<MachineSource, 'descriptionOf' | 'environment'>;
}

/** A path that is being run. */
interface Run {
  readonly stage: Stage;
  readonly path: Path;
  readonly actor: Actor<WorkflowMachine>;
  readonly clock: StepClock;
  readonly observer: TransitionObserver;
  readonly checkRequest: RequestCheck;
  readonly problems: PathProblem[];
  readonly requests: SentRequest[];
  readonly waits: number[];
  readonly secrets: Set<SecretValue>;
}

/** Why a run does not go on as its path does: something is wrong, or nobody can help it. */
type Stop = { readonly problem: PathProblem } | { readonly impossible: string };

/** Runs a path on the real machine, from event to event, and says what was not as it should be. */
export async function runPath(stage: Stage, path: Path): Promise<PathResult> {
  const begun = performance.now();
  const readiness = await stage.world.begin(path);
  if ('impossible' in readiness)
    return { ...toResult(path, begun), result: 'skipped', reason: readiness.impossible };
  const run = start(stage, readiness.path);
  const stop = await driveAll(run);
  const impossible =
    stop !== undefined && 'impossible' in stop ? stop.impossible : undefined;
  if (stop !== undefined && 'problem' in stop) run.problems.push(stop.problem);
  if (stop === undefined) run.problems.push(...endProblems(run));
  const left = leftBy(run);
  run.actor.stop();
  await stage.world.end();
  stage.script.reset();
  const { problems, requests } = run;
  const result = {
    ...toResult(run.path, begun),
    requests,
    waits: run.waits,
    criteria: run.observer.criteria.map(
      ({ criterion: { condition }, held }) => `${condition}: ${held}`,
    ),
    ...left,
    ...(run.secrets.size === 0 ? {} : { secrets: [...run.secrets] }),
  };
  if (problems.length > 0) return { ...result, result: 'failed', problems };
  return impossible === undefined
    ? result
    : { ...result, result: 'skipped', reason: impossible };
}

function toResult({ name, inputs, events, end }: Path, begun: number): PathResult {
  return {
    name,
    inputs,
    events,
    end,
    result: 'passed',
    problems: [],
    requests: [],
    outputs: {},
    steps: {},
    criteria: [],
    waits: [],
    durationMs: performance.now() - begun,
  };
}

async function driveAll(run: Run): Promise<Stop | undefined> {
  const driven = flattenEvents(run.path.events);
  for (const [index, each] of driven.entries()) {
    const stop = await drive(run, each, driven[index + 1]);
    if (stop !== undefined) return stop;
  }
  return undefined;
}

function start(stage: Stage, path: Path): Run {
  const clock = createStepClock();
  const observer = stage.observe();
  stage.script.reset();
  expectNext(stage.script, flattenEvents(path.events)[0]);
  const actor = createActor(stage.machine, {
    input: path.inputs.values,
    clock: clock as never,
    inspect: observer.inspect,
  });
  // A machine that fails says so in its snapshot; without a listener XState would throw later.
  actor.subscribe({ error: () => {} });
  actor.start();
  const checkRequest = stage.checkRequests(path);
  return {
    stage,
    path,
    actor,
    clock,
    observer,
    checkRequest,
    problems: [],
    requests: [],
    waits: [],
    secrets: new Set(secretInputs(stage, path)),
  };
}

/** The inputs that are secrets, also when a path leaves them to their defaults. */
function secretInputs({ source }: Stage, { inputs }: Path): readonly SecretValue[] {
  const { inputs: schema } = source.environment.definition.config.meta;
  const values = { ...defaultsOf(schema), ...inputs.values };
  return secretValues(values, schema);
}

/** What the machine is to do after the event that now happens. */
function expectNext(script: Script, next: DrivenEvent | undefined): void {
  script.next = next;
  script.opened = 0;
}

/** Brings an event about; says what keeps the run from going on. */
async function drive(
  run: Run,
  driven: DrivenEvent,
  following: DrivenEvent | undefined,
): Promise<Stop | undefined> {
  const { event } = driven;
  const before = run.observer.count();
  const problem =
    event.type === 'wait'
      ? passTime(run, driven, following)
      : await replyTo(run, driven, following);
  if (problem !== undefined) return { problem };
  const hasMoved = await waitFor(run, () => run.observer.count() > before);
  const found = hasMoved
    ? checkPlace(run, driven)
    : at(driven, 'state', `The machine does not react to ${titleOf(event)}.`);
  const verdict = judge(run, driven, before);
  if (verdict !== undefined) return verdict;
  return found === undefined ? undefined : { problem: found };
}

/** What whoever answers the calls says about a call that went otherwise. */
function judge(run: Run, driven: DrivenEvent, position: number): Stop | undefined {
  const { event, leadsTo } = driven;
  if (event.type === 'wait') return undefined;
  const verdict = run.stage.world.judge({
    wanted: event,
    leadsTo,
    place: placeOf(run.actor.getSnapshot().value),
    transition: run.observer.reasonOf(position),
  });
  return verdict !== undefined && 'problem' in verdict
    ? { problem: at(driven, 'request', verdict.problem) }
    : verdict;
}

function passTime(
  run: Run,
  driven: DrivenEvent,
  following: DrivenEvent | undefined,
): PathProblem | undefined {
  const before = run.observer.count();
  const begun = run.clock.now();
  expectNext(run.stage.script, following);
  while (run.observer.count() === before) {
    if (!run.clock.step())
      return at(
        driven,
        'state',
        'A wait was expected here, and the machine does not wait.',
      );
  }
  run.waits.push(run.clock.now() - begun);
  return undefined;
}

async function replyTo(
  run: Run,
  driven: DrivenEvent,
  following: DrivenEvent | undefined,
): Promise<PathProblem | undefined> {
  const { script } = run.stage;
  const { event } = driven;
  await waitFor(run, () => script.pending() !== undefined);
  const pending = script.pending();
  if (pending === undefined || event.type !== 'call')
    return at(
      driven,
      'state',
      `A call of ${titleOf(event)} was expected; ${whereIs(run)}.`,
    );
  noteRequest(run, driven, pending);
  expectNext(script, following);
  pending.reply(event.reply);
  return undefined;
}

function noteRequest(run: Run, driven: DrivenEvent, { request }: PendingCall): void {
  const { event } = driven;
  if (request.kind === 'workflow' || event.type !== 'call') return;
  const sent = toSentRequest(request, event);
  run.requests.push(sent);
  if (request.kind === 'operation')
    for (const secret of secretsOfCall(run.stage.source, request.request, event.reply))
      run.secrets.add(secret);
  const { problems = [] } = (request.kind === 'operation' && request.sent) || {};
  for (const message of [...problems, ...run.checkRequest(request)])
    run.problems.push(at(driven, 'request', message));
  if (sent.call !== event.call)
    run.problems.push({
      ...at(driven, 'request', `"${event.call}" was expected to be called.`),
      expected: event.call,
      actual: sent.call,
    });
}

function checkPlace(run: Run, driven: DrivenEvent): PathProblem | undefined {
  const { leadsTo } = driven;
  const snapshot = run.actor.getSnapshot();
  const actual = placeOf(snapshot.value);
  if (snapshot.status === 'error') return brokenOff(driven, snapshot.error);
  if (leadsTo === undefined || leadsTo === actual) return undefined;
  const message = `After ${titleOf(driven.event)} the machine should be in ${leadsTo}.`;
  return { ...at(driven, 'state', message), expected: leadsTo, actual };
}

/** What was given to `provide` may throw. */
function brokenOff(driven: DrivenEvent, error: unknown): PathProblem {
  const why = error instanceof Error ? error.message : String(error);
  return at(
    driven,
    'state',
    `After ${titleOf(driven.event)} the machine broke off: ${why}`,
  );
}

function endProblems(run: Run): readonly PathProblem[] {
  const snapshot = run.actor.getSnapshot();
  const { end } = run.path;
  const actual = snapshot.status === 'done' ? snapshot.output.status : 'unfinished';
  if (actual === end) return [];
  const message = `The run should be ${end} in the end.`;
  return [{ kind: 'end', message, expected: end, actual }];
}

/** The outputs of the run and of its steps. */
function leftBy({ actor }: Run): Pick<PathResult, 'outputs' | 'steps'> {
  const { status, output, context } = actor.getSnapshot();
  const steps = Object.entries(context.steps).flatMap(([stepId, { outputs }]) =>
    outputs === undefined ? [] : [[stepId, outputs] as const],
  );
  return {
    outputs: status === 'done' ? (output.outputs as JsonRecord) : {},
    steps: Object.fromEntries(steps),
  };
}

/** Waits until something has happened or the run is over; resolves with whether that is so. */
async function waitFor(run: Run, hasHappened: () => boolean): Promise<boolean> {
  const { performed } = run.stage.script;
  return until(() => hasHappened() || isOver(run), {
    isUnderWay: () => performed.size > 0,
  });
}

function isOver({ actor }: Run): boolean {
  return actor.getSnapshot().status !== 'active';
}

function whereIs({ actor }: Run): string {
  const { status, value, output } = actor.getSnapshot();
  const place = placeOf(value);
  if (status === 'active') return `the machine is in ${place} and calls nothing`;
  const failure = output?.status === 'completed' ? undefined : output?.failure;
  const [reason] = failure?.message.split('\n') ?? [];
  return `the run is over in ${place}${reason === undefined ? '' : `: ${reason}`}`;
}

function titleOf(event: PathEvent): string {
  return event.type === 'wait'
    ? `the wait of ${event.stepId}`
    : `${event.stepId ?? event.call} ${event.case}`;
}

function at(
  { event, index }: DrivenEvent,
  kind: PathProblem['kind'],
  message: string,
): PathProblem {
  const { stepId } = event;
  return { kind, event: index, ...(stepId === undefined ? {} : { stepId }), message };
}
