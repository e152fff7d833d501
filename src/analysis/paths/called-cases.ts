import type {
  TransitionConfig,
  WorkflowConfig,
} from '../../arazzo-import/compile/config.ts';
import type { CalledOutput } from '../../machines/types.ts';
import type { CallEnding } from './exploration.ts';

const statuses = ['completed', 'ended', 'failed'] as const;

/** The ways in which a workflow ends that no step calls, as one case each. */
export function calledCases(
  called: WorkflowConfig | undefined,
  onDone: readonly TransitionConfig[],
): readonly CallEnding[] {
  const { workflowId = 'workflow' } = called?.meta ?? {};
  const ends = statuses.map((status) => ({
    name: status,
    kind: 'called' as const,
    reason: `workflow "${workflowId}" is ${status}`,
    reply: { output: toOutput(status, workflowId) },
  }));
  return [...ends, ...onDone.flatMap((transition) => goOn(transition, workflowId))];
}

function toOutput(status: (typeof statuses)[number], workflowId: string): CalledOutput {
  if (status === 'completed') return { status, outputs: {} };
  const message = `Workflow "${workflowId}" did not complete.`;
  const failure = { kind: 'criteria' as const, message, notDone: [], leftBehind: [] };
  return { status, outputs: {}, failure };
}

function goOn({ guard }: TransitionConfig, workflowId: string): readonly CallEnding[] {
  if (guard?.type !== 'goesTo' || !('params' in guard) || !('workflow' in guard.params))
    return [];
  const { workflow } = guard.params;
  const goto = { workflow, inputs: {} };
  return [
    {
      name: `goes to ${workflow}`,
      kind: 'called',
      reason: `workflow "${workflowId}" goes on as "${workflow}"`,
      reply: { output: { status: 'goto', outputs: {}, goto } },
    },
  ];
}
