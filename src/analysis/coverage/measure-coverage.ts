import { actionGuardOf } from '../../machines/walk-config.ts';
import { outermost } from '../paths/place.ts';
import type { IndexedTransition } from '../paths/transition-index.ts';
import { countedCriteria, countedPlaces, countedTransitions } from './counted.ts';
import type { Measured } from './counted.ts';
import type { LocatedCriterion } from './criteria-of-workflow.ts';
import type { Count, Coverage, Uncovered } from './coverage.ts';
import { criterionItem, transitionItem } from './items.ts';

/** How much of a workflow was gone through, and what was not. */
export function measureCoverage(measured: Measured): {
  readonly coverage: Coverage;
  readonly uncovered: readonly Uncovered[];
} {
  const counted = countedTransitions(measured);
  const transitions = measure(counted, (each) =>
    measured.items.has(transitionItem(each)),
  );
  const states = measure(countedPlaces(measured, counted), (place) =>
    measured.places.has(place),
  );
  const criteria = measure(bothWays(countedCriteria(measured)), ({ id, held }) =>
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
    const key = `${outermost(from)} ${actionGuardOf(config)?.on} ${config.meta.action}`;
    byAction.set(key, [...(byAction.get(key) ?? []), id]);
  }
  return [...byAction.values()].map((ids) => ({ ids }));
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
  if (transition.config.guard?.type === 'inputsValid')
    return 'no inputs were found that fit their schema: give some with --cases';
  return measured.gaps[transition.id]?.why ?? whyNoCase(transition);
}

function whyNoCase({ invoke }: IndexedTransition): string {
  if (invoke === undefined || !('workflow' in invoke.input)) return 'no case takes it';
  const { workflowId } = invoke.input.workflow;
  return `no path of workflow "${workflowId}" that was found leads to it`;
}
