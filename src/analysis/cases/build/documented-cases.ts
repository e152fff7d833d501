import type { Reply } from '../case.ts';
import { findResponse } from '../../../openapi/index.ts';
import type { FoundCase } from './found-case.ts';
import type { Inquiry } from './inquiry.ts';

/** An answer for each documented status code that no other case has. */
export function documentedCases(
  inquiry: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  const { documented, spaceOf, question } = inquiry;
  const taken = new Set(replies.map(statusOf));
  return documented
    .filter((status) => !taken.has(status))
    .map((status) => {
      const response = findResponse(question.operation?.responses ?? [], status);
      const { description } = response ?? {};
      const space = spaceOf(status);
      return {
        plainName: String(status),
        detail: 'documented',
        kind: 'documented',
        reason: `the API description documents ${response?.status ?? status}${description === undefined ? '' : `: ${firstLine(description)}`}`,
        reply: space.toReply(space.start),
      };
    });
}

/** The status code of an answer; `undefined` for other replies. */
export function statusOf(reply: Reply): number | undefined {
  return 'answer' in reply ? reply.answer.statusCode : undefined;
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
