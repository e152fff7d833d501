import type { Report } from '../../diagnostics/index.ts';
import type { WorkflowPlan } from '../plan.ts';
import { loadInputValidator } from './load-input-validator.ts';

/** Reports an inputs schema that nothing can be checked against. */
export async function checkInputsSchema(
  inputs: WorkflowPlan['inputs'],
  path: string,
  report: Report,
): Promise<void> {
  try {
    await loadInputValidator(inputs);
  } catch (error) {
    report({
      code: 'INVALID_SCHEMA',
      path,
      message: `The inputs are no usable JSON Schema: ${reasonOf(error)}`,
      hint: 'Inputs are JSON Schema of the draft 2020-12.',
    });
  }
}

function reasonOf(error: unknown): string {
  // The stack is used up only by a reference that comes back to itself with nothing in between.
  if (error instanceof RangeError) return 'it refers to itself without end';
  return error instanceof Error ? error.message : String(error);
}
