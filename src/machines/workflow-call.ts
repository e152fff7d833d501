import type {
  PlanHandoverParams,
  WorkflowCallTemplate,
} from '../arazzo-import/compile/config.ts';
import { isObject } from '../arazzo-import/is-object.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import type { MachineEnvironment } from './environment.ts';
import { toRunId } from './idempotency-token.ts';
import { scopeOf } from './scope.ts';
import { stepRecord } from './step-record.ts';
import type { JsonRecord, WorkflowCall, WorkflowContext } from './types.ts';

/** What a called workflow is given: its inputs, and what it has to know of the run. */
export function toWorkflowCall(
  environment: MachineEnvironment,
  template: WorkflowCallTemplate,
  context: WorkflowContext,
): WorkflowCall {
  const { stepId, workflow, reason, keepsAnswer = false } = template;
  return {
    ...(stepId === undefined ? {} : { stepId }),
    workflowId: workflow.workflowId,
    inputs: inputsOf(environment, { key: workflow.key, reason, stepId }, context),
    run: {
      runId: runIdOf(template, context),
      depth: (context.depth ?? 0) + 1,
      calls: context.calls,
      workflows: context.workflows ?? {},
      keepsAnswer: keepsAnswer || context.keepsAnswer === true,
    },
  };
}

/** Who called which workflow. */
export interface Called {
  /** Its key. */
  readonly key: string;
  readonly reason: WorkflowCallTemplate['reason'];
  readonly stepId?: string | undefined;
}

/** The inputs of a called workflow, without its defaults. */
export function inputsOf(
  environment: MachineEnvironment,
  { key, reason, stepId }: Called,
  context: WorkflowContext,
): JsonRecord {
  if (reason === 'dependency') return dependencyInputs(environment, key, context);
  if (reason !== 'step' || stepId === undefined) return context.handover?.inputs ?? {};
  const { definition } = environment;
  const { inputTemplates } = definition.step(stepId);
  if (inputTemplates === undefined) return {};
  return evaluateTemplate(inputTemplates, scopeOf(definition, context)) as JsonRecord;
}

/**
 * A dependency gets what the caller has set aside for it, else those inputs of this workflow that its
 * schema names, all of them when it has none (docs/decisions/depends-on.md).
 */
function dependencyInputs(
  { dependencyInputs: given, configOf }: MachineEnvironment,
  key: string,
  { inputs }: WorkflowContext,
): JsonRecord {
  if (Object.hasOwn(given, key)) return given[key] ?? {};
  return fitting(inputs, configOf(key)?.meta.inputs);
}

/** The inputs that a schema names; all of them when it names none. */
function fitting(inputs: JsonRecord, schema: unknown): JsonRecord {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  if (!isObject(properties)) return inputs;
  return Object.fromEntries(
    Object.entries(inputs).filter(([name]) => Object.hasOwn(properties, name)),
  );
}

/**
 * The id of a run within this one. The same step in the same visit runs the same, so that nothing is
 * created twice; one that goes on as another workflow has said which id that one gets.
 */
function runIdOf(
  { workflow: { key }, reason, stepId = '' }: WorkflowCallTemplate,
  context: WorkflowContext,
): string {
  const { runId, handover, calls } = context;
  if (reason === 'dependency') return toRunId(runId, reason, key);
  if (reason !== 'step') return handover?.runId ?? toRunId(runId, reason, key, calls);
  return toRunId(runId, reason, key, stepId, stepRecord(context, stepId)?.visits ?? 1);
}

/** Plans what the workflow gets that is run next; its inputs are evaluated now. */
export function planHandover(
  { definition, configOf }: MachineEnvironment,
  context: WorkflowContext,
  scope: Scope,
  { workflow, stepId, reason, inputs, inheritInputs }: PlanHandoverParams,
): Partial<WorkflowContext> {
  const own = evaluateTemplate(definition.template(inputs), scope) as JsonRecord;
  const inherited = inheritInputs
    ? fitting(context.inputs, configOf(workflow)?.meta.inputs)
    : {};
  const { visits = 1, attempt = 1 } = stepRecord(context, stepId) ?? {};
  const turn = reason === 'goto' ? [visits] : [visits, attempt];
  const runId = toRunId(context.runId, reason, workflow, stepId, ...turn);
  return { handover: { workflow, inputs: { ...inherited, ...own }, runId } };
}
