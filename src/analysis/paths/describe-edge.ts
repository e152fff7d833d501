import type { AnyTransitionDefinition } from 'xstate';
import { criteriaSeen } from '../coverage/criteria-seen.ts';
import { itemsOfEdge } from '../coverage/items.ts';
import type { SeenCriterion } from '../coverage/criteria-seen.ts';
import { exhaustedRetries } from './exhausted-retries.ts';
import type { Exploration, MachineSnapshot, PossibleEvent } from './exploration.ts';
import { followUps } from './follow-ups.ts';
import { stepOfCall } from './step-of-call.ts';
import { triedTransitions } from './tried-transitions.ts';
import type { GraphEdge, GraphNode } from './graph.ts';

/** An event that has led from one state to another. */
interface Happened extends PossibleEvent {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** The state that it has led to. */
  readonly state: MachineSnapshot;
}

/** Says what an event does: the transitions it takes, and the criteria that are looked at. */
export function describeEdge(exploration: Exploration, happened: Happened): GraphEdge {
  const { machine, index } = exploration;
  const { state, ...edge } = happened;
  const { from, event } = edge;
  const [definition] = machine.getTransitionData(from.snapshot, event);
  const selected = definition && index.find(definition as AnyTransitionDefinition);
  const after = { context: state.context, event };
  const described = {
    ...edge,
    transitions:
      selected === undefined
        ? []
        : [selected, ...followUps(exploration, selected.to, after)],
    criteria: criteriaOf(exploration, edge),
    exhausts: selected === undefined ? [] : exhaustedRetries(exploration, edge, selected),
  };
  return { ...described, items: itemsOfEdge(described) };
}

/** The criteria of a step's call; a call that no step makes has none. */
function criteriaOf(
  { environment }: Exploration,
  {
    from,
    event,
    invoke,
    ending,
  }: Pick<GraphEdge, 'from' | 'event' | 'invoke' | 'ending'>,
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
