import { criteriaSeen } from '../coverage/criteria-seen.ts';
import { itemsOfEdge } from '../coverage/items.ts';
import type { SeenCriterion } from '../coverage/criteria-seen.ts';
import { exhaustedRetries } from './exhausted-retries.ts';
import type { Exploration, PossibleEvent } from './exploration.ts';
import { stepOfCall } from './step-of-call.ts';
import { triedTransitions } from './tried-transitions.ts';
import type { CalledEdge, GraphEdge } from './graph.ts';

/** What an event has led to, and how. */
type Led = Pick<GraphEdge, 'from' | 'to' | 'transitions'>;

/** Says what an event does: the criteria that are looked at, the retries that are used up before. */
export function describeEdge(
  exploration: Exploration,
  { event, invoke, ending }: PossibleEvent,
  { from, to, transitions }: Led,
): GraphEdge {
  const [selected] = transitions;
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
