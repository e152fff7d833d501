import type {
  InvokeConfig,
  TransitionConfig,
} from '../../arazzo-import/compile/config.ts';
import { invokesOf } from '../../machines/walk-config.ts';
import { stepRecord } from '../../machines/step-record.ts';
import { hasOwnPath } from '../coverage/items.ts';
import { toReplyEvent } from './reply-event.ts';
import { calledEndings } from './called-endings.ts';
import type {
  CallEnding,
  Exploration,
  MachineSnapshot,
  PossibleEvent,
} from './exploration.ts';
import { keysOf, statesAt } from './place.ts';
import type { AskStep, StepCall } from './step-answers.ts';

/** Everything that can happen in a state: each call in it ends in one of its ways, a wait is over. */
export function possibleEvents(
  exploration: Exploration,
  snapshot: MachineSnapshot,
  ask: AskStep,
): readonly PossibleEvent[] {
  if (snapshot.status !== 'active') return [];
  const { config } = exploration.environment.definition;
  const states = statesAt(config, keysOf(snapshot.value));
  return states.flatMap((state) =>
    invokesOf(state).flatMap((invoke) => eventsOf(exploration, snapshot, invoke, ask)),
  );
}

function eventsOf(
  exploration: Exploration,
  snapshot: MachineSnapshot,
  invoke: InvokeConfig,
  ask: AskStep,
): readonly PossibleEvent[] {
  const { input, id } = invoke;
  const isCall = 'operation' in input || 'workflow' in input || 'channel' in input;
  if (!isCall)
    return [{ event: toReplyEvent(id, nothing), invoke, ...limitEnding(invoke) }];
  const select = createSelect(exploration, snapshot, id);
  const endings =
    'workflow' in input
      ? calledEndings(exploration, { snapshot, invoke, template: input, ask, select })
      : answersAt(exploration, { snapshot, invoke, stepId: input.stepId, select }, ask);
  return endings.map((ending) => ({
    event: toReplyEvent(id, ending.reply),
    invoke,
    ending,
  }));
}

/**
 * The endings of a step's call. In a further attempt the failures that lead to no retry lead where they
 * led in the first one: a small set of paths has no use for them.
 */
function answersAt(
  { options }: Exploration,
  call: StepCall,
  ask: AskStep,
): readonly CallEnding[] {
  const endings = ask(call);
  const { attempt = 1 } = stepRecord(call.snapshot.context, call.stepId) ?? {};
  if (options.isThorough || attempt === 1) return endings;
  return endings.filter(
    (ending) =>
      hasOwnPath(ending) || ('error' in ending.reply && isRetriedUnanswered(call)),
  );
}

/** Where silence is followed by a retry, it leads elsewhere when that is used up. */
function isRetriedUnanswered({ invoke: { onError = [] } }: StepCall): boolean {
  return onError.some(
    ({ guard }) =>
      guard !== undefined && 'params' in guard && 'retryLimit' in guard.params,
  );
}

/** What the actor of a wait resolves with does not matter. */
const nothing = { output: undefined as never };

/** The time limit of a step that calls a workflow is over before the workflow is at its end. */
function limitEnding({ input }: InvokeConfig): { readonly ending?: CallEnding } {
  if (!('limitOf' in input)) return {};
  const error = {
    code: 'TIMEOUT',
    message: 'The step has reached its time limit.',
  } as const;
  return {
    ending: {
      name: 'time limit',
      kind: 'no-answer',
      reason: 'the workflow takes longer than the step may take',
      reply: { error },
    },
  };
}

/** Asks the machine which transition it takes when the actor with this id ends with a reply. */
function createSelect(
  { machine, index }: Exploration,
  snapshot: MachineSnapshot,
  id: string,
): (reply: CallEnding['reply']) => TransitionConfig | undefined {
  return (reply) => {
    const [selected] = machine.getTransitionData(snapshot, toReplyEvent(id, reply));
    return selected && index.find(selected)?.config;
  };
}
