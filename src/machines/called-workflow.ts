import type {
  PlanHandoverParams,
  RecordWorkflowParams,
  WorkflowCallTemplate,
} from '../arazzo-import/compile/config.ts';
import type { StepNeed } from '../arazzo-import/plan.ts';
import { isObject } from '../arazzo-import/is-object.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import { calledOutputOf } from './answer.ts';
import type { MachineEnvironment } from './environment.ts';
import { toRunId } from './idempotency-token.ts';
import type { AnswerArguments } from './outcome.ts';
import { scopeOf } from './scope.ts';
import { stepRecord } from './step-record.ts';
import type {
  CalledOutput,
  CompletedWorkflows,
  JsonRecord,
  WorkflowCall,
  WorkflowContext,
} from './types.ts';

/** What a called workflow is given: its inputs, and what it has to know of the run. */
export function toWorkflowCall(
  environment: MachineEnvironment,
  template: WorkflowCallTemplate,
  context: WorkflowContext,
): WorkflowCall {
  const { stepId, workflow, keepsAnswer = false } = template;
  return {
    ...(stepId === undefined ? {} : { stepId }),
    workflowId: workflow.workflowId,
    inputs: inputsFor(environment, template, context),
    run: {
      runId: runIdFor(template, context),
      depth: (context.depth ?? 0) + 1,
      calls: context.calls,
      workflows: context.workflows ?? {},
      keepsAnswer: keepsAnswer || context.keepsAnswer === true,
    },
  };
}

function inputsFor(
  environment: MachineEnvironment,
  template: WorkflowCallTemplate,
  context: WorkflowContext,
): JsonRecord {
  const { workflow, reason, stepId, inputs } = template;
  if (reason === 'dependency' && context.handover?.workflow !== workflow.key)
    return dependencyInputs(environment, workflow.key, context);
  if (inputs === undefined || stepId === undefined) return context.handover?.inputs ?? {};
  const { inputTemplates } = environment.definition.step(stepId);
  if (inputTemplates === undefined) return {};
  return evaluateTemplate(
    inputTemplates,
    scopeOf(environment.definition, context),
  ) as JsonRecord;
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

/** The same step in the same visit runs the same: nothing is created twice. */
function runIdFor(
  { workflow, reason, stepId = '' }: WorkflowCallTemplate,
  context: WorkflowContext,
): string {
  const turn =
    reason === 'step' ? (stepRecord(context, stepId)?.visits ?? 1) : context.calls;
  return reason === 'dependency'
    ? toRunId(context.runId, reason, workflow.key)
    : toRunId(context.runId, reason, workflow.key, stepId, turn);
}

/** Plans what the workflow gets that is run next; its inputs are evaluated now. */
export function planHandover(
  { definition, configOf }: MachineEnvironment,
  context: WorkflowContext,
  scope: Scope,
  { workflow, inputs, inheritInputs }: PlanHandoverParams,
): Partial<WorkflowContext> {
  const own = evaluateTemplate(definition.template(inputs), scope) as JsonRecord;
  const inherited = inheritInputs
    ? fitting(context.inputs, configOf(workflow)?.meta.inputs)
    : {};
  return { handover: { workflow, inputs: { ...inherited, ...own } } };
}

/** Takes over what a called workflow has done. */
export function recordWorkflow(
  { context, event }: AnswerArguments,
  { isResult }: Partial<RecordWorkflowParams> = {},
): Partial<WorkflowContext> {
  const output = calledOutputOf(event);
  if (output === undefined) return {};
  const { outputs = {}, failure, goto } = output;
  return {
    ...mergeRun(context, output),
    ...(goto === undefined ? {} : { handover: goto }),
    ...(isResult ? { result: { outputs, failure } } : {}),
  };
}

function mergeRun(
  context: WorkflowContext,
  { run }: CalledOutput,
): Partial<WorkflowContext> {
  if (run === undefined) return {};
  return {
    calls: Math.max(context.calls, run.calls),
    created: [...context.created, ...run.created],
    workflows: mergeCompleted(context.workflows, run.workflows),
    ...(run.lastCall === undefined ? {} : { lastCall: run.lastCall }),
  };
}

function mergeCompleted(
  before: CompletedWorkflows = {},
  after: CompletedWorkflows,
): CompletedWorkflows {
  const merged = { ...before };
  for (const [document, workflows] of Object.entries(after))
    merged[document] = { ...merged[document], ...workflows };
  return merged;
}

/** Adds a workflow that is completed. */
export function addCompleted(
  { definition }: MachineEnvironment,
  context: WorkflowContext,
  outputs: JsonRecord,
): CompletedWorkflows {
  const { workflowId, document = '' } = definition.config.meta;
  const own = { [workflowId]: { inputs: context.inputs, outputs } };
  return mergeCompleted(context.workflows, { [document]: own });
}

/** Whether a workflow has been completed in this run. */
export function isCompleted(
  { configOf }: MachineEnvironment,
  { workflows = {} }: WorkflowContext,
  key: string,
): boolean {
  const { workflowId, document = '' } = configOf(key)?.meta ?? { workflowId: key };
  const completed = Object.hasOwn(workflows, document) ? workflows[document] : undefined;
  return completed !== undefined && Object.hasOwn(completed, workflowId);
}

/** Whether a step has run that another depends on; one of another workflow when that is completed. */
export function isMet(
  environment: MachineEnvironment,
  context: WorkflowContext,
  { stepId, workflow }: StepNeed,
): boolean {
  if (workflow !== undefined) return isCompleted(environment, context, workflow);
  return stepRecord(context, stepId)?.outputs !== undefined;
}
