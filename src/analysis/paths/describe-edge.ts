import type { AnyTransitionDefinition } from 'xstate';
import { criteriaSeen } from '../coverage/criteria-seen.ts';
import { itemsOfEdge } from '../coverage/items.ts';
import type { SeenCriterion } from '../coverage/criteria-seen.ts';
import { exhaustedRetries } from './exhausted-retries.ts';
import type { Exploration, MachineSnapshot, PossibleEvent } from './exploration.ts';
import { followUps } from './follow-ups.ts';
import { stepOfCall } from './step-of-call.ts';
import { triedTransitions } from './tried-transitions.ts';
import type { CalledEdge, GraphEdge, GraphNode } from './graph.ts';

/** What an event has led to. */
interface Led {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** The state that it has led to. */
  readonly state: MachineSnapshot;
}

/** Says what an event does: the transitions it takes, and the criteria that are looked at. */
export function describeEdge(
  exploration: Exploration,
  { event, invoke, ending }: PossibleEvent,
  { from, to, state }: Led,
): GraphEdge {
  const { machine, index } = exploration;
  const [definition] = machine.getTransitionData(from.snapshot, event);
  const selected = definition && index.find(definition as AnyTransitionDefinition);
  const after = { context: state.context, event };
  const transitions =
    selected === undefined
      ? []
      : [selected, ...followUps(exploration, selected.to, after)];
  const called = { from, event, invoke, ending };
  const criteria = criteriaOf(exploration, called);
  const exhausts =
    selected === undefined ? [] : exhaustedRetries(exploration, called, selected);
  const items = itemsOfEdge({ from, ending, transitions, criteria, exhausts });
  // Written out: there are thousands of them, and spreading takes longer than all of this.
  return ending === undefined
    ? { from, to, event, invoke, transitions, criteria, exhausts, items }
    : { from, to, event, invoke, ending, transitions, criteria, exhausts, items };
}

/** The criteria of a step's call; a call that no step makes has none. */
function criteriaOf(
  { environment }: Exploration,
  { from, event, invoke, ending }: CalledEdge,
): readonly SeenCriterion[] {
  const stepId = stepOfCall(invoke.input);
  if (ending === undefined || stepId === undefined) return [];
  const { context } = from.snapshot;
  return criteriaSeen(environment, {
    context,
    event,
    step: environment.definition.step(stepId),
    tried: triedTransitions(invoke, event),
  });
}
