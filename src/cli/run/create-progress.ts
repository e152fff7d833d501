import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import type { Progress, ProgressSetting } from './progress.ts';
import { idle } from './step-progress.ts';
import type { StepProgress } from './step-progress.ts';

/** Shows a run as the output can: alive on a terminal, else in plain lines. */
export async function createProgress(
  workflow: ImportedWorkflow,
  setting: Omit<ProgressSetting, 'steps'>,
): Promise<Progress> {
  const steps = workflow.plan.steps.map(toIdleStep);
  if (setting.output.isTerminal) {
    const { createProgressTerminal } = await import('./progress-terminal.ts');
    return createProgressTerminal({ ...setting, steps });
  }
  const { createProgressLines } = await import('./progress-lines.ts');
  return createProgressLines({ ...setting, steps });
}

function toIdleStep({
  stepId,
  call,
}: ImportedWorkflow['plan']['steps'][number]): StepProgress {
  if (call.kind === 'workflow') {
    const { key, workflowId } = call.workflow;
    return { ...idle, stepId, operation: key, calledWorkflow: workflowId };
  }
  const named = call.kind === 'operation' ? call.operation : call.channel;
  const place =
    call.kind === 'operation' ? call.operation.operationPath : call.channel.channelPath;
  return { ...idle, stepId, operation: named.operationId ?? place ?? '' };
}
