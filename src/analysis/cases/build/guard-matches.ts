import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import { evaluateCriterion } from '../../../expressions/index.ts';
import { valueAt } from '../../../machines/value-at.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import type { Inquiry } from './inquiry.ts';

/** Whether the guard of a transition holds, as if no retries had been taken yet. */
export function guardMatches(
  transition: TransitionConfig,
  draft: Draft,
  space: AnswerSpace,
  inquiry: Inquiry,
): boolean {
  const { guard } = transition;
  if (guard === undefined) return true;
  if ('params' in guard && 'on' in guard.params) {
    const { on, retryLimit } = guard.params;
    if (retryLimit === 0 || inquiry.succeeds(draft, space) !== (on === 'success'))
      return false;
    const scope = space.scopeOf(draft);
    return inquiry.criteriaOf(transition).every((each) => evaluateCriterion(each, scope));
  }
  if (guard.type === 'succeeded') return inquiry.succeeds(draft, space);
  return (
    guard.type === 'stillPending' &&
    inquiry.succeeds(draft, space) &&
    isPending(draft, inquiry)
  );
}

function isPending(draft: Draft, { question }: Inquiry): boolean {
  const status = question.knowledge?.status;
  const value = status && valueAt(draft['body'], status.pointer);
  return typeof value === 'string' && status?.pending.includes(value) === true;
}

/** How often a retry may be taken in one visit; `undefined` for everything else. */
export function retryLimitOf({ guard }: TransitionConfig): number | undefined {
  return guard !== undefined && 'params' in guard && 'on' in guard.params
    ? guard.params.retryLimit
    : undefined;
}
