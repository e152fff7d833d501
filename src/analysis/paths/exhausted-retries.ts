import { evaluateCriterion } from '../../expressions/index.ts';
import { retryLimitOf } from '../../machines/environment.ts';
import { answerScope, hasSucceeded } from '../../machines/outcome.ts';
import { retriesOf, stepRecord } from '../../machines/step-record.ts';
import { actionGuardOf } from '../../machines/walk-config.ts';
import type { Exploration } from './exploration.ts';
import type { CalledEdge, GraphEdge } from './graph.ts';
import type { IndexedTransition } from './transition-index.ts';
import { triedTransitions } from './tried-transitions.ts';

/**
 * The retries that stand before the transition that is taken and would be taken instead, if they had
 * not been taken as often as the exploration takes them: on a real run they have to be used up first.
 */
export function exhaustedRetries(
  { environment }: Exploration,
  { from, event, invoke, ending }: CalledEdge,
  { config: selected }: IndexedTransition,
): GraphEdge['exhausts'] {
  const { definition } = environment;
  if (ending === undefined) return [];
  const list = triedTransitions(invoke, event);
  const { context } = from.snapshot;
  return list.slice(0, list.indexOf(selected)).flatMap((transition) => {
    const action = actionGuardOf(transition);
    if (action === undefined) return [];
    const { retryLimit = 0, stepId, on, criteria } = action;
    const { type = '' } = transition.guard ?? {};
    const taken = retriesOf(stepRecord(context, stepId), type);
    if (taken === 0 || taken < retryLimitOf(environment, retryLimit)) return [];
    const step = definition.step(stepId);
    const scope = answerScope(environment, { context, event }, step);
    const matches =
      hasSucceeded(environment, { event }, step, scope) === (on === 'success') &&
      definition.criteria(criteria).every((each) => evaluateCriterion(each, scope));
    return matches ? [{ action: type, limit: retryLimit }] : [];
  });
}
