import type { InvokeConfig } from '../../arazzo-import/compile/config.ts';

/** The step whose criteria decide what follows a call; none for a wait, and for what no step calls. */
export function stepOfCall(input: InvokeConfig['input']): string | undefined {
  if ('limitOf' in input) return input.limitOf;
  if ('workflow' in input) return input.reason === 'step' ? input.stepId : undefined;
  return 'operation' in input || 'channel' in input ? input.stepId : undefined;
}
