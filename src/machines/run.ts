import type { Ending } from '../arazzo-import/compile/config.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import { addCompleted } from './completed-workflows.ts';
import type { MachineEnvironment } from './environment.ts';
import { scopeOf } from './scope.ts';
import type {
  CalledOutput,
  JsonRecord,
  WorkflowCall,
  WorkflowContext,
  WorkflowOutput,
} from './types.ts';

/**
 * What a run remembers when it begins. Called by XState on every pure `transition()` too, with no
 * input: cheap and total.
 */
export function createContext(
  environment: MachineEnvironment,
  input: object = {},
): WorkflowContext {
  const { newRunId, definition, isCalled } = environment;
  const { inputDefaults } = definition.config.meta;
  const withDefaults = (inputs: JsonRecord): JsonRecord =>
    inputDefaults === undefined ? inputs : { ...inputDefaults, ...inputs };
  // What comes later has its place already: contexts of one shape are copied faster.
  const later = { lastStep: undefined, wait: undefined, failure: undefined };
  const fresh = { steps: {}, calls: 0, created: [], ...later };
  if (!isCalled)
    return { runId: newRunId(), inputs: withDefaults(input as JsonRecord), ...fresh };
  const { inputs = {}, run } = input as Partial<WorkflowCall>;
  return { runId: '', ...fresh, ...run, inputs: withDefaults(inputs) };
}

/** The output of a machine: of the workflow itself, of the one it went to, or what its caller needs. */
export function toOutput(
  environment: MachineEnvironment,
  context: WorkflowContext,
  ending: Ending = { status: 'failed' },
): WorkflowOutput | CalledOutput {
  const result = context.result ?? toResult(environment, context, ending.status);
  const { outputs, failure } = result;
  if (environment.isCalled)
    return toCalledOutput(environment, context, ending, { outputs, failure });
  if (ending.status === 'completed') return { status: 'completed', outputs };
  return { status: ending.status, outputs, failure } as WorkflowOutput;
}

function toResult(
  { definition }: MachineEnvironment,
  context: WorkflowContext,
  status: Ending['status'],
): Pick<CalledOutput, 'outputs' | 'failure'> {
  // One that goes on as another workflow has no result of its own (checklist C-04).
  if (status === 'goto') return { outputs: {} };
  const scope = scopeOf(definition, context);
  const outputs = evaluateTemplate(definition.outputs, scope) as JsonRecord;
  return status === 'completed' ? { outputs } : { outputs, failure: context.failure };
}

function toCalledOutput(
  environment: MachineEnvironment,
  context: WorkflowContext,
  { status }: Ending,
  result: Pick<CalledOutput, 'outputs' | 'failure'>,
): CalledOutput {
  const { inputs, calls, created, lastCall } = context;
  const { workflowId, document = '' } = environment.definition.config.meta;
  const completed = { inputs, outputs: result.outputs };
  const workflows =
    status === 'completed'
      ? addCompleted(context.workflows, { document, workflowId }, completed)
      : (context.workflows ?? {});
  return {
    status,
    ...result,
    ...(status === 'goto' ? { goto: context.handover } : {}),
    run: { calls, created, workflows, lastCall },
  };
}
