import { sameJson } from '../../../expressions/index.ts';
import { scopeOfReply } from '../spaces/scope-of-reply.ts';
import type { Reply } from '../case.ts';
import { withValue } from '../solve/draft.ts';
import type { SolvedCase } from './action-cases.ts';
import type { FoundCase } from './found-case.ts';
import type { Inquiry } from './inquiry.ts';
import { successStart } from './success-start.ts';

/** A body that has nothing of what was promised; none where nobody would notice. */
export function brokenCase(
  inquiry: Inquiry,
  solved: readonly SolvedCase[],
): readonly FoundCase[] {
  const start = successStart(inquiry, solved);
  if (start === undefined) return [];
  const { draft, space } = start;
  const good = [space.toReply(draft), ...solved.map(({ reply }) => reply)];
  const bodies = [
    { body: {}, what: 'has no members' },
    { body: 'not what was promised', what: 'is text and not JSON' },
  ];
  for (const { body, what } of bodies) {
    const reply = space.toReply(withValue(draft, ['body'], body));
    if (good.some((each) => isSame(inquiry, each, reply))) continue;
    const reason = `the body ${what}`;
    return [{ plainName: 'broken', detail: '', kind: 'broken', reason, reply }];
  }
  return [];
}

/** Whether two replies lead to the same place with the same outputs. */
function isSame({ question }: Inquiry, left: Reply, right: Reply): boolean {
  const outputs = (reply: Reply): unknown => scopeOfReply(question, reply).ownOutputs;
  return (
    question.select(left) === question.select(right) &&
    sameJson(outputs(left), outputs(right))
  );
}
