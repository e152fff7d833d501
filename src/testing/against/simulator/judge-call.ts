import type { Reply } from '../../../analysis/cases/case.ts';
import type { StatusKnowledge } from '../../../services/service.ts';
import type { TakenStep, Verdict } from '../world.ts';
import { isSameStep } from './same-step.ts';
import { differenceOf, isPending } from './stands-for.ts';
import { statusIn } from './to-wish.ts';

/** How a call of HealthLake has ended, and how it ends on the path. */
export interface EndedCall {
  readonly wanted: Reply;
  readonly seen: Reply;
  /** Where its answer shows a status. */
  readonly status: StatusKnowledge | undefined;
}

/**
 * Says when a call has not gone as the path has it. That HealthLake refuses a request is a problem; that
 * the simulator cannot be brought to answer in another way is not.
 */
export function judgeCall(
  { wanted: event, leadsTo, place, transition }: TakenStep,
  { wanted, seen, status }: EndedCall,
): Verdict | undefined {
  // Whoever gives the SDK a broken body gets no answer; a workflow may do the same with both.
  const isBroken = event.kind === 'broken' && 'error' in seen;
  const difference = isBroken ? undefined : differenceOf(wanted, seen, status);
  if (difference?.kind === 'refused') return { problem: difference.words };
  if (difference !== undefined) return { impossible: difference.words };
  const isSame = isSameStep(
    { leadsTo, transition: event.transition, isPending: showsPending(wanted, status) },
    { leadsTo: place, transition, isPending: showsPending(seen, status) },
  );
  if (isSame) return undefined;
  const aim =
    leadsTo === undefined || leadsTo === place
      ? 'for another reason'
      : `and not to ${leadsTo}`;
  const answer = isBroken
    ? 'To the AWS SDK a broken body is no answer, which'
    : nameAnswer(wanted, seen);
  return { impossible: `${answer} leads to ${place}, ${aim}.` };
}

function showsPending(reply: Reply, status: EndedCall['status']): boolean {
  return 'answer' in reply && isPending(statusIn(reply.answer, status), status);
}

function nameAnswer(wanted: Reply, seen: Reply): string {
  const substitution = substitutionOf({ wanted, seen });
  return substitution === undefined
    ? 'What HealthLake answers here'
    : `HealthLake does not answer ${substitution.wanted}, and its ${substitution.seen}`;
}

/** The status that stood for another one, which HealthLake does not answer. */
export function substitutionOf({
  wanted,
  seen,
}: Pick<EndedCall, 'wanted' | 'seen'>):
  { readonly wanted: number; readonly seen: number } | undefined {
  if (!('answer' in wanted) || !('answer' in seen)) return undefined;
  const [left, right] = [wanted.answer.statusCode, seen.answer.statusCode];
  return left === right ? undefined : { wanted: left, seen: right };
}
