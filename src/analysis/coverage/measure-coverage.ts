import type {
  Ending,
  StateConfig,
  WorkflowConfig,
} from '../../arazzo-import/compile/config.ts';
import type { MachineEnvironment } from '../../machines/environment.ts';
import { knowledgeOf } from '../../machines/environment.ts';
import { indexTransitions } from '../paths/transition-index.ts';
import type { IndexedTransition, TransitionIndex } from '../paths/transition-index.ts';
import type { Gap } from '../cases/question.ts';
import { criteriaOfWorkflow } from './criteria-of-workflow.ts';
import type { LocatedCriterion } from './criteria-of-workflow.ts';
import type { Count, Coverage, Uncovered } from './coverage.ts';
import { criterionItem, transitionItem } from './items.ts';

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

/** How much of a workflow was gone through, and what was not. */
export function measureCoverage(measured: Measured): {
  readonly coverage: Coverage;
  readonly uncovered: readonly Uncovered[];
} {
  const { environment } = measured;
  const { config } = environment.definition;
  const states = measure(countedPlaces(measured), (place) => measured.places.has(place));
  const transitions = measure(countedTransitions(measured), ({ id }) =>
    measured.items.has(transitionItem({ id })),
  );
  const criteria = measure(bothWays(criteriaOfWorkflow(config)), ({ id, held }) =>
    measured.items.has(criterionItem(id, held)),
  );
  const actions = measure(actionsIn(transitions.all), ({ ids }) =>
    ids.some((id) => measured.items.has(transitionItem({ id }))),
  );
  return {
    coverage: {
      states: states.count,
      transitions: transitions.count,
      criteria: criteria.count,
      actions: actions.count,
    },
    uncovered: [
      ...states.missing.map((place) => ({
        what: `state ${place}`,
        why: 'no transition that was taken leads to it',
      })),
      ...transitions.missing.map((transition) => ({
        what: `transition ${nameOf(transition)}`,
        why: whyNot(measured, transition),
        id: transition.id,
      })),
      ...criteria.missing.map((criterion) => ({
        what: `criterion of ${criterion.owner}: ${criterion.condition} ${criterion.held ? 'true' : 'false'}`,
        why: whyNotSeen(measured, criterion),
      })),
    ],
  };
}

interface Measure<T> {
  readonly all: readonly T[];
  readonly missing: readonly T[];
  readonly count: Count;
}

function measure<T>(all: readonly T[], isCovered: (each: T) => boolean): Measure<T> {
  const missing = all.filter((each) => !isCovered(each));
  return {
    all,
    missing,
    count: { covered: all.length - missing.length, total: all.length },
  };
}

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
function countedPlaces(measured: Measured): readonly string[] {
  const { environment, places } = measured;
  const { config } = environment.definition;
  const targets = new Set(countedTransitions(measured).map(({ to }) => to));
  return placesIn(config.states).filter((place) => {
    const isEnd = !place.includes('.') && config.states[place]?.type === 'final';
    return !isEnd || places.has(place) || targets.has(place);
  });
}

/**
 * The transitions that count. Some are there for safety only and count when they were taken: what
 * ends a run from outside, what an actor in the place of a workflow may do, what a service could know.
 */
function countedTransitions(measured: Measured): readonly IndexedTransition[] {
  const { index, items, environment } = measured;
  return index.all.filter(
    (transition) =>
      items.has(transitionItem(transition)) ||
      !(isForSafety(transition, environment) || needsAnswer(measured, transition)),
  );
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

function bothWays(
  criteria: readonly LocatedCriterion[],
): readonly (LocatedCriterion & { readonly held: boolean })[] {
  return criteria.flatMap((each) => [
    { ...each, held: true },
    { ...each, held: false },
  ]);
}

/** The actions of the document; one may stand among the transitions of an answer and of none. */
function actionsIn(
  transitions: readonly IndexedTransition[],
): readonly { readonly ids: readonly string[] }[] {
  const byAction = new Map<string, string[]>();
  for (const { id, config, from } of transitions) {
    if (config.meta?.kind !== 'action') continue;
    const key = `${from.split('.')[0]} ${onOf(config)} ${config.meta.action}`;
    byAction.set(key, [...(byAction.get(key) ?? []), id]);
  }
  return [...byAction.values()].map((ids) => ({ ids }));
}

function onOf({ guard }: IndexedTransition['config']): string {
  return guard !== undefined && 'params' in guard && 'on' in guard.params
    ? guard.params.on
    : '';
}

function nameOf({ from, to, config: { meta, description } }: IndexedTransition): string {
  const why = meta?.action ?? meta?.kind ?? description;
  return `${from} → ${to}${why === undefined ? '' : ` (${why})`}`;
}

function whyNotSeen(
  { items }: Measured,
  { id, held }: { readonly id: string; readonly held: boolean },
): string {
  return items.has(criterionItem(id, !held))
    ? `it is ${held ? 'false' : 'true'} whenever it is looked at`
    : 'it is never looked at';
}

function whyNot(measured: Measured, transition: IndexedTransition): string {
  if (!measured.places.has(transition.from))
    return `the state ${transition.from} is never entered`;
  return measured.gaps[transition.id]?.why ?? 'no case takes it';
}
