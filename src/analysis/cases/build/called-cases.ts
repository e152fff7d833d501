import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Reply } from '../case.ts';
import type { FoundCase } from './found-case.ts';
import type { Inquiry } from './inquiry.ts';

/** The ways in which a called workflow ends that no other case has. */
export function calledCases(
  { question, kinds }: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  const { step, onDone } = question;
  const { workflowId = '' } = step.workflow ?? {};
  const taken = new Set(
    replies.map((reply) => ('output' in reply ? reply.output.status : '')),
  );
  const ends = kinds
    .map(({ open }) => open())
    .filter(({ name }) => !taken.has(name as 'completed'))
    .map((space): FoundCase => ({
      plainName: space.name,
      detail: 'called',
      kind: 'called',
      reason: `the workflow "${workflowId}" is ${space.name}`,
      reply: space.toReply(space.start),
    }));
  return [...ends, ...onDone.flatMap((transition) => gotoCase(transition, workflowId))];
}

function gotoCase({ guard }: TransitionConfig, workflowId: string): readonly FoundCase[] {
  if (guard?.type !== 'goesTo' || !('params' in guard) || !('workflow' in guard.params))
    return [];
  const { workflow } = guard.params;
  const goto = { workflow, inputs: {} };
  return [
    {
      plainName: `goes to ${workflow}`,
      detail: '',
      kind: 'called',
      reason: `the workflow "${workflowId}" goes on as "${workflow}"`,
      reply: { output: { status: 'goto', outputs: {}, goto } },
    },
  ];
}
