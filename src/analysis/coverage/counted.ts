import type {
  Ending,
  StateConfig,
  WorkflowConfig,
} from '../../arazzo-import/compile/config.ts';
import type { MachineEnvironment } from '../../machines/environment.ts';
import { knowledgeOf } from '../../machines/environment.ts';
import type { Gap } from '../cases/question.ts';
import { indexTransitions } from '../paths/transition-index.ts';
import type { IndexedTransition, TransitionIndex } from '../paths/transition-index.ts';
import { criteriaOfWorkflow } from './criteria-of-workflow.ts';
import type { LocatedCriterion } from './criteria-of-workflow.ts';
import { outermost } from '../paths/place.ts';
import { helperStates } from './helper-states.ts';
import { transitionItem } from './items.ts';

/** What is measured, and by what. */
export interface Measured {
  readonly environment: MachineEnvironment;
  readonly index: TransitionIndex;
  /** The names of everything that was gone through; see `itemsOfEdge`. */
  readonly items: ReadonlySet<string>;
  /** The places of the states that were entered. */
  readonly places: ReadonlySet<string>;
  /** Says why no case takes a transition, when that is known. */
  readonly gaps: Gaps;
}

/** Why no case takes a transition. */
type MeasuredGap = Pick<Gap, 'kind' | 'why'>;

/** Why no case takes transitions, by the ids of the transitions. */
export type Gaps = Readonly<Record<string, MeasuredGap>>;

function placesIn(
  states: Readonly<Record<string, StateConfig>>,
  keys: readonly string[] = [],
): readonly string[] {
  return Object.entries(states).flatMap(([key, { states: inner = {} }]) => [
    [...keys, key].join('.'),
    ...placesIn(inner, [...keys, key]),
  ]);
}

/** All states but the ways to end that nothing leads to. */
export function countedPlaces(
  { environment, places, index }: Measured,
  counted: readonly IndexedTransition[],
): readonly string[] {
  const { config } = environment.definition;
  const helpers = helperStates(config, index);
  const targets = new Set(counted.map(({ to }) => to));
  return placesIn(config.states).filter((place) => {
    if (helpers.has(outermost(place))) return false;
    const isEnd = !place.includes('.') && config.states[place]?.type === 'final';
    return !isEnd || places.has(place) || targets.has(place);
  });
}

/**
 * The transitions that count. Some are there for safety only and count when they were taken: what
 * ends a run from outside, what an actor in the place of a workflow may do, what a service could know.
 */
export function countedTransitions(measured: Measured): readonly IndexedTransition[] {
  const { index, items, environment } = measured;
  const helpers = helperStates(environment.definition.config, index);
  return index.all.filter(
    (transition) =>
      items.has(transitionItem(transition)) ||
      !(
        isForSafety(transition, environment) ||
        needsAnswer(measured, transition) ||
        isLeftOver(measured, transition) ||
        helpers.has(outermost(transition.from))
      ),
  );
}

/**
 * What is left for answers that there are not: for other statuses where the actions name them all, for
 * a failure where there is always a success. The document cannot leave it out.
 */
function isLeftOver(measured: Measured, transition: IndexedTransition): boolean {
  const { kind = '' } = transition.config.meta ?? {};
  const gap = measured.gaps[transition.id]?.kind;
  if (gap !== 'shadowed' && gap !== 'contradictory') return false;
  return leftOver.has(kind) || isTakenOtherwise(measured, transition);
}

const leftOver: ReadonlySet<string> = new Set([
  'pending',
  'unmatched',
  'criteria',
  'no-answer',
]);

/** An action stands among what follows an answer and what follows none; one of them may be impossible. */
function isTakenOtherwise(
  { index, items }: Measured,
  { id, from, config: { meta, guard } }: IndexedTransition,
): boolean {
  return index.all.some(
    (other) =>
      meta?.kind === 'action' &&
      other.id !== id &&
      other.from === from &&
      other.config.meta?.action === meta.action &&
      other.config.guard?.type === guard?.type &&
      items.has(transitionItem(other)),
  );
}

/** The criteria that decide something. */
export function countedCriteria({
  environment,
  index,
}: Measured): readonly LocatedCriterion[] {
  const { config } = environment.definition;
  const helpers = helperStates(config, index);
  const ids = new Set([...helpers].map((key) => config.states[key]?.meta?.stepId));
  return criteriaOfWorkflow(config).filter(({ stepId }) => !ids.has(stepId));
}

/** An action stands among what follows when there is no answer, and its criteria want one. */
function needsAnswer({ gaps }: Measured, { id }: IndexedTransition): boolean {
  return id.includes(' xstate.error.') && gaps[id]?.kind === 'contradictory';
}

const safetyGuards: ReadonlySet<string> = new Set([
  'depthLimitReached',
  'alreadyCompleted',
  'needsMore',
]);

function isForSafety(
  { config, invoke, id }: IndexedTransition,
  environment: MachineEnvironment,
): boolean {
  if (config.meta?.kind === 'pending') return !knowsPending(environment, invoke);
  if (invoke === undefined) return safetyGuards.has(config.guard?.type ?? '');
  if (!('workflow' in invoke.input)) return false;
  return (
    id.includes(' xstate.error.') ||
    !canEndSo(environment.configOf(invoke.input.workflow.key), config)
  );
}

/** Whether a called workflow has an end that a transition is there for. */
function canEndSo(
  called: WorkflowConfig | undefined,
  { guard }: IndexedTransition['config'],
): boolean {
  if (called === undefined || (guard?.type !== 'endedAs' && guard?.type !== 'goesTo'))
    return true;
  const wanted = guard.params as Partial<Ending & { readonly workflow: string }>;
  const { status = 'goto', workflow } = wanted;
  const targets = new Set(indexTransitions(called).all.map(({ to }) => to));
  return Object.entries(called.states).some(
    ([key, { output }]) =>
      output?.status === status &&
      (output.status !== 'goto' || output.workflow === workflow) &&
      targets.has(key),
  );
}

function knowsPending(
  environment: MachineEnvironment,
  invoke: IndexedTransition['invoke'],
): boolean {
  if (invoke === undefined || !('operation' in invoke.input)) return false;
  const { operation } = invoke.input;
  return (knowledgeOf(environment, operation)?.status?.pending.length ?? 0) > 0;
}
