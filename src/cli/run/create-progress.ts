import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import type { Progress, ProgressSetting } from './progress.ts';
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
  call: { operation },
}: ImportedWorkflow['plan']['steps'][number]): StepProgress {
  return {
    stepId,
    operation: operation.operationId ?? operation.operationPath ?? '',
    state: 'idle',
    calls: 0,
    attempt: 0,
  };
}
