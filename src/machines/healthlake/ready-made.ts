import type { JsonObject, WorkflowConfig } from '../../arazzo-import/index.ts';
import { createInputValidator } from '../../arazzo-import/inputs/create-input-validator.ts';
import { createJsonPathEngine } from '../../expressions/engines/jsonpath-engine.ts';
import { createWorkflow } from '../load-workflow.ts';
import type { LoadedWorkflow } from '../load-workflow.ts';

/**
 * Makes a workflow of a config that is part of the library: its libraries are imported with it, so
 * that it is there at once.
 */
export function createReadyMade<Inputs, Outputs>(
  config: WorkflowConfig,
): LoadedWorkflow<Inputs, Outputs> {
  const workflow = createWorkflow(config, {
    engines: { jsonpath: createJsonPathEngine() },
    validateInputs: createInputValidator(config.meta.inputs as JsonObject),
  });
  return workflow as unknown as LoadedWorkflow<Inputs, Outputs>;
}
