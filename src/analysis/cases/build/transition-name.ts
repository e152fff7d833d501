import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import { valueIn } from '../solve/draft.ts';
import type { Draft } from '../solve/draft.ts';
import { mentionsOf } from '../statuses/mentions-of.ts';
import type { Inquiry } from './inquiry.ts';

/** What a reply that takes a transition is called: after the status that its criteria name. */
export function transitionName(
  transition: TransitionConfig,
  { draft, space }: { readonly draft: Draft; readonly space: AnswerSpace },
  inquiry: Inquiry,
): string {
  const status = namedStatus(transition, draft, inquiry);
  if (status !== undefined) return status;
  const { step } = inquiry.question;
  const isMessage = step.channel !== undefined;
  return (isMessage ? transition.meta?.action : undefined) ?? space.name;
}

/** The text in the body that criteria of the transition name. */
function namedStatus(
  transition: TransitionConfig,
  draft: Draft,
  { criteriaOf, question }: Inquiry,
): string | undefined {
  const { stepId, outputTemplates: outputs, channel } = question.step;
  const body = channel === undefined ? 'body' : 'payload';
  for (const program of criteriaOf(transition)) {
    for (const { keys, names, isNegated } of mentionsOf(program, { stepId, outputs })) {
      const value = valueIn(draft, [body, ...keys]);
      if (typeof value !== 'string' || isNegated || !names(value)) continue;
      if (/^\S{1,40}$/u.test(value)) return value;
    }
  }
  return undefined;
}
