import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import { literalsOf } from '../solve/literals-of.ts';
import { mentionsOf } from '../statuses/mentions-of.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Inquiry, ReplyKind } from './inquiry.ts';

/**
 * The kinds of replies in the order in which a transition is likely to be taken with them: those that
 * its criteria name, then good ones for a success and bad ones for a failure, then those that others
 * name.
 */
export function kindsFor(
  transition: TransitionConfig,
  inquiry: Inquiry,
): readonly ReplyKind[] {
  const { kinds, criteriaOf, question } = inquiry;
  const { stepId, outputTemplates: outputs } = question.step;
  const programs = criteriaOf(transition);
  const named = new Set(programs.flatMap(literalsOf).map(Number));
  const others = new Set(
    question.onDone.flatMap(criteriaOf).flatMap(literalsOf).map(Number),
  );
  const looksIntoBody = programs.some(
    (program) => mentionsOf(program, { stepId, outputs }).length > 0,
  );
  const wantsGood = outcomeOf(transition) !== 'failure' || looksIntoBody;
  const rank = ({ isGood, statusCode = 0 }: ReplyKind): number => {
    const isLikely = isGood === wantsGood ? 0 : 1;
    if (named.has(statusCode)) return isLikely;
    return isLikely + (others.has(statusCode) ? 4 : 2);
  };
  return kinds.toSorted((left, right) => rank(left) - rank(right));
}
