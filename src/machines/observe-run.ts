import type {
  AnyActorRef,
  AnyEventObject,
  AnyTransitionDefinition,
  InspectionEvent,
  Snapshot,
} from 'xstate';
import type { TransitionMeta } from '../arazzo-import/compile/config.ts';
import type { OperationAnswer } from '../services/service.ts';
import { answerOf, errorOf } from './answer.ts';
import { nowOf } from './clock.ts';
import { nameOf } from './created-resource.ts';
import type { OperationInput } from './operation-actor.ts';
import type { PlannedWait, WorkflowContext, WorkflowOutput } from './types.ts';

/** Something that happened in a run. Times are milliseconds since 1970, by the run's clock. */
export type RunEvent = CallEvent | AnswerEvent | WaitEvent | EndEvent;

/** A step calls its operation. */
export interface CallEvent extends CallIdentity {
  readonly type: 'call';
  readonly at: number;
  readonly request: OperationInput;
}

/** A call was answered, or it is certain that it will not be. */
export interface AnswerEvent extends CallIdentity {
  readonly type: 'answer';
  readonly request: OperationInput;
  readonly at: number;
  readonly startedAt: number;
  /** How long the call took on the wall clock, in milliseconds. */
  readonly durationMs: number;
  readonly answer: OperationAnswer | undefined;
  readonly error: { readonly type: string; readonly message: string } | undefined;
  /** Why the transition was taken; `undefined` when a limit ended the run. */
  readonly transition: TransitionMeta | undefined;
  readonly context: WorkflowContext;
}

/** The run waits before it calls again. */
export interface WaitEvent extends PlannedWait {
  readonly type: 'wait';
  readonly at: number;
}

/** The run has ended. */
export interface EndEvent {
  readonly type: 'end';
  readonly at: number;
  readonly output: WorkflowOutput;
}

interface CallIdentity {
  readonly stepId: string;
  readonly visit: number;
  readonly attempt: number;
  readonly operation: string;
}

interface MachineSnapshot {
  readonly status: string;
  readonly context: WorkflowContext;
  readonly output?: WorkflowOutput;
  readonly children: Readonly<Record<string, AnyActorRef | undefined>>;
}

interface CallInFlight {
  readonly id: string;
  readonly sessionId: string;
  readonly event: CallEvent;
  readonly begun: number;
}

/**
 * Turns what XState inspects into what happens in a workflow. Give the result to `createActor` as
 * `inspect`.
 *
 * @example
 * ```ts
 * const actor = createActor(machine, { input, inspect: observeRun((event) => console.log(event)) });
 * ```
 */
export function observeRun(
  listener: (event: RunEvent) => void,
): (event: InspectionEvent) => void {
  let inFlight: CallInFlight | undefined;
  let wait: PlannedWait | undefined;

  const onMicrostep = (
    actor: AnyActorRef,
    event: AnyEventObject,
    step: { snapshot: MachineSnapshot; transitions: readonly AnyTransitionDefinition[] },
  ): void => {
    if (inFlight === undefined || !endsCall(event, inFlight.id)) return;
    listener(toAnswerEvent(inFlight, nowOf(actor), event, step));
    inFlight = undefined;
  };

  const onSnapshot = (
    actor: AnyActorRef,
    { status, context, children, output }: MachineSnapshot,
  ): void => {
    const call = findCall(children);
    if (call !== undefined && call.sessionId !== inFlight?.sessionId) {
      const event = toCallEvent(call.request, context, nowOf(actor));
      inFlight = {
        id: call.id,
        sessionId: call.sessionId,
        event,
        begun: performance.now(),
      };
      listener(event);
    }
    if (context.wait !== undefined && context.wait !== wait) {
      listener({ type: 'wait', at: nowOf(actor), ...context.wait });
    }
    wait = context.wait;
    if (status === 'done' && output !== undefined)
      listener({ type: 'end', at: nowOf(actor), output });
  };

  return (inspected) => {
    const actor = inspected.actorRef as AnyActorRef;
    if (actor.sessionId !== inspected.rootId) return;
    if (inspected.type === '@xstate.microstep') {
      const snapshot = inspected.snapshot as Snapshot<unknown> & MachineSnapshot;
      onMicrostep(actor, inspected.event, {
        snapshot,
        // oxlint-disable-next-line no-underscore-dangle -- XState's own name
        transitions: inspected._transitions,
      });
    } else if (inspected.type === '@xstate.snapshot') {
      onSnapshot(actor, inspected.snapshot as Snapshot<unknown> & MachineSnapshot);
    }
  };
}

function endsCall({ type }: AnyEventObject, id: string): boolean {
  return type === `xstate.done.actor.${id}` || type === `xstate.error.actor.${id}`;
}

/** The operation among the machine's children; there is at most one. */
function findCall(
  children: MachineSnapshot['children'],
):
  | { readonly id: string; readonly sessionId: string; readonly request: OperationInput }
  | undefined {
  for (const child of Object.values(children)) {
    if (child === undefined) continue;
    const { input, status } = child.getSnapshot() as {
      input?: OperationInput;
      status: string;
    };
    if (status === 'active' && input !== undefined && 'operation' in input) {
      return { id: child.id, sessionId: child.sessionId, request: input };
    }
  }
  return undefined;
}

function toCallEvent(
  request: OperationInput,
  context: WorkflowContext,
  at: number,
): CallEvent {
  const { stepId, operation } = request;
  const record = context.steps[stepId];
  return {
    type: 'call',
    at,
    stepId,
    visit: record?.visits ?? 1,
    attempt: record?.attempt ?? 1,
    operation: nameOf(operation),
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
  const { stepId, visit, attempt, operation, request } = call;
  return {
    type: 'answer',
    stepId,
    visit,
    attempt,
    operation,
    request,
    at,
    startedAt: call.at,
    durationMs: performance.now() - begun,
    answer: answerOf(event),
    error: errorOf(event),
    transition: transitions[0]?.['meta'] as TransitionMeta | undefined,
    context: snapshot.context,
  };
}
