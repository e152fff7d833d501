import { evaluateCriterion } from '../../expressions/index.ts';
import { retryLimitOf } from '../../machines/environment.ts';
import { answerScope, hasSucceeded } from '../../machines/outcome.ts';
import { retriesOf, stepRecord } from '../../machines/step-record.ts';
import type { Exploration } from './exploration.ts';
import type { GraphEdge } from './graph.ts';
import type { IndexedTransition } from './transition-index.ts';

/**
 * The retries that stand before the transition that is taken and would be taken instead, if they had
 * not been taken as often as the exploration takes them: on a real run they have to be used up first.
 */
export function exhaustedRetries(
  { environment }: Exploration,
  {
    from,
    event,
    invoke,
    ending,
  }: Pick<GraphEdge, 'from' | 'event' | 'invoke' | 'ending'>,
  { config: selected }: IndexedTransition,
): GraphEdge['exhausts'] {
  const { definition } = environment;
  if (ending === undefined) return [];
  const isError = event.type.startsWith('xstate.error.');
  const list = isError ? (invoke.onError ?? []) : invoke.onDone;
  const { context } = from.snapshot;
  return list.slice(0, list.indexOf(selected)).flatMap(({ guard }) => {
    if (guard === undefined || !('params' in guard) || !('on' in guard.params)) return [];
    const { retryLimit = 0, stepId, on, criteria } = guard.params;
    const taken = retriesOf(stepRecord(context, stepId), guard.type);
    if (taken === 0 || taken < retryLimitOf(environment, retryLimit)) return [];
    const step = definition.step(stepId);
    const scope = answerScope(environment, { context, event }, step);
    const matches =
      hasSucceeded(environment, { event }, step, scope) === (on === 'success') &&
      definition.criteria(criteria).every((each) => evaluateCriterion(each, scope));
    return matches ? [{ action: guard.type, limit: retryLimit }] : [];
  });
}
