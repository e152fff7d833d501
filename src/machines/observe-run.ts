import type {
  AnyActorRef,
  AnyEventObject,
  AnyTransitionDefinition,
  InspectedEventEvent,
  InspectedMicrostepEvent,
  InspectionEvent,
  Snapshot,
} from 'xstate';
import type { TransitionMeta, WorkflowConfig } from '../arazzo-import/compile/config.ts';
import { answerOf, errorOf, messageOf } from './answer.ts';
import { nowOf } from './clock.ts';
import { nameOf, nameOfCall } from './created-resource.ts';
import type { MessageInput } from './message-actor.ts';
import type { OperationInput } from './operation-actor.ts';
import type { AnswerEvent, CallEvent, Place, RunEvent } from './run-events.ts';
import { stepRecord } from './step-record.ts';
import type {
  CalledOutput,
  PlannedWait,
  WorkflowContext,
  WorkflowOutput,
} from './types.ts';

interface MachineSnapshot {
  readonly status: string;
  readonly context: WorkflowContext;
  readonly output?: WorkflowOutput | CalledOutput;
  readonly children: Readonly<Record<string, AnyActorRef | undefined>>;
  readonly machine: { readonly config: Pick<WorkflowConfig, 'meta'> };
}

interface CallInFlight {
  readonly id: string;
  readonly sessionId: string;
  readonly event: CallEvent;
  readonly begun: number;
}

const withdrawn: CalledOutput = { status: 'failed', outputs: {} };

/** What is known of a machine of the run: of the run itself, or of a workflow within it. */
interface Observed {
  readonly place: Place;
  /** The session of the machine that it runs within. */
  readonly within: string | undefined;
  inFlight?: CallInFlight | undefined;
  wait?: PlannedWait | undefined;
}

/**
 * Turns what XState inspects into what happens in a workflow, and in the workflows within it. Give
 * the result to `createActor` as `inspect`.
 *
 * @example
 * ```ts
 * const actor = createActor(machine, { input, inspect: observeRun((event) => console.log(event)) });
 * ```
 */
export function observeRun(
  listener: (event: RunEvent) => void,
): (event: InspectionEvent) => void {
  const machines = new Map<string, Observed>();
  // XState tells that a workflow is done after all that its caller does then.
  const left = new WeakSet<AnyActorRef>();

  const observe = (actor: AnyActorRef, snapshot: MachineSnapshot): Observed => {
    const known = machines.get(actor.sessionId);
    if (known !== undefined) return known;
    // oxlint-disable-next-line no-underscore-dangle -- XState's own name
    const caller = actor._parent;
    const calling = caller?.getSnapshot() as object | undefined;
    const outer =
      caller && calling && isWorkflow(calling) ? observe(caller, calling) : undefined;
    const { workflowId } = snapshot.machine.config.meta;
    const place = { workflowId, depth: outer === undefined ? 0 : outer.place.depth + 1 };
    const observed: Observed = { place, within: caller?.sessionId };
    machines.set(actor.sessionId, observed);
    if (place.depth > 0) listener({ type: 'enter', at: nowOf(actor), ...place });
    return observed;
  };

  const leave = (actor: AnyActorRef, { place }: Observed, output: CalledOutput): void => {
    machines.delete(actor.sessionId);
    left.add(actor);
    listener({ type: 'leave', at: nowOf(actor), ...place, output });
  };

  const hearEvent = ({ actorRef, sourceRef, event }: InspectedEventEvent): void => {
    const observed = sourceRef && machines.get(sourceRef.sessionId);
    if (!sourceRef || observed?.within !== actorRef.sessionId) return;
    if (event.type.startsWith('xstate.done.actor.'))
      leave(sourceRef as AnyActorRef, observed, event['output'] as CalledOutput);
  };

  const hearMicrostep = (inspected: InspectedMicrostepEvent): void => {
    const { actorRef, snapshot, event } = inspected;
    const observed = machines.get(actorRef.sessionId);
    if (!isWorkflow(snapshot) || observed?.inFlight === undefined) return;
    if (!endsCall(event, observed.inFlight.id)) return;
    // oxlint-disable-next-line no-underscore-dangle -- XState's own name
    const step = { snapshot, transitions: inspected._transitions };
    const at = nowOf(actorRef as AnyActorRef);
    listener(toAnswerEvent(observed.inFlight, at, event, step));
    observed.inFlight = undefined;
  };

  const hearSnapshot = (actor: AnyActorRef, snapshot: MachineSnapshot): void => {
    if (left.has(actor)) return;
    const observed = observe(actor, snapshot);
    reportProgress(actor, snapshot, observed, listener);
    const at = nowOf(actor);
    for (const place of findWithdrawn(machines, actor.sessionId, snapshot.children))
      listener({ type: 'leave', at, ...place, output: withdrawn });
    if (snapshot.status !== 'done' || observed.place.depth > 0) return;
    machines.delete(actor.sessionId);
    listener({ type: 'end', at, output: snapshot.output as WorkflowOutput });
  };

  return (inspected) => {
    if (inspected.type === '@xstate.event') hearEvent(inspected);
    else if (inspected.type === '@xstate.microstep') hearMicrostep(inspected);
    else if (inspected.type === '@xstate.snapshot' && isWorkflow(inspected.snapshot))
      hearSnapshot(inspected.actorRef as AnyActorRef, inspected.snapshot);
  };
}

/** The machine of a workflow, and not another actor or a machine that somebody else made. */
function isWorkflow(snapshot: object): snapshot is MachineSnapshot & Snapshot<unknown> {
  const { machine } = snapshot as Partial<MachineSnapshot>;
  return machine?.config?.meta?.workflowId !== undefined;
}

function reportProgress(
  actor: AnyActorRef,
  { context, children }: MachineSnapshot,
  observed: Observed,
  listener: (event: RunEvent) => void,
): void {
  const call = findCall(children);
  if (call !== undefined && call.sessionId !== observed.inFlight?.sessionId) {
    const event = toCallEvent(call.request, context, nowOf(actor), observed.place);
    const { id, sessionId } = call;
    observed.inFlight = { id, sessionId, event, begun: performance.now() };
    listener(event);
  }
  if (context.wait !== undefined && context.wait !== observed.wait) {
    listener({ type: 'wait', at: nowOf(actor), ...observed.place, ...context.wait });
  }
  observed.wait = context.wait;
}

/** A workflow that a limit has stopped does not tell it; it is no more among the children. */
function findWithdrawn(
  machines: Map<string, Observed>,
  parent: string,
  children: MachineSnapshot['children'],
): readonly Place[] {
  const there = new Set(Object.values(children).map((child) => child?.sessionId));
  return [...machines].flatMap(([session, { place, within }]) => {
    if (within !== parent || there.has(session)) return [];
    machines.delete(session);
    return [...findWithdrawn(machines, session, {}), place];
  });
}

function endsCall({ type }: AnyEventObject, id: string): boolean {
  return type === `xstate.done.actor.${id}` || type === `xstate.error.actor.${id}`;
}

/** The operation or channel among the machine's children; there is at most one. */
function findCall(children: MachineSnapshot['children']):
  | {
      readonly id: string;
      readonly sessionId: string;
      readonly request: OperationInput | MessageInput;
    }
  | undefined {
  for (const child of Object.values(children)) {
    if (child === undefined) continue;
    const { input, status } = child.getSnapshot() as {
      input?: OperationInput | MessageInput;
      status: string;
    };
    const isCall = input !== undefined && ('operation' in input || 'channel' in input);
    if (status === 'active' && isCall) {
      return { id: child.id, sessionId: child.sessionId, request: input };
    }
  }
  return undefined;
}

function toCallEvent(
  request: OperationInput | MessageInput,
  context: WorkflowContext,
  at: number,
  place: Place,
): CallEvent {
  const { stepId } = request;
  const record = stepRecord(context, stepId);
  return {
    type: 'call',
    at,
    ...place,
    stepId,
    visit: record?.visits ?? 1,
    attempt: record?.attempt ?? 1,
    operation:
      'operation' in request
        ? nameOf(request.operation)
        : nameOfCall({ channel: request.channel }),
    request,
  };
}

function toAnswerEvent(
  { event: call, begun }: CallInFlight,
  at: number,
  event: AnyEventObject,
  {
    snapshot,
    transitions,
  }: {
    readonly snapshot: MachineSnapshot;
    readonly transitions: readonly AnyTransitionDefinition[];
  },
): AnswerEvent {
  const { request } = call;
  const step = 'channel' in request ? { channel: request.channel } : {};
  return {
    ...call,
    type: 'answer',
    at,
    startedAt: call.at,
    durationMs: performance.now() - begun,
    answer: answerOf(event, step),
    message: messageOf(event, step),
    error: errorOf(event),
    transition: transitions[0]?.['meta'] as TransitionMeta | undefined,
    context: snapshot.context,
  };
}
