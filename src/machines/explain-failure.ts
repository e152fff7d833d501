import type {
  FailureKind,
  RecordFailureParams,
} from '../arazzo-import/compile/config.ts';
import type { StepNeed } from '../arazzo-import/plan.ts';
import type { Scope } from '../expressions/index.ts';
import type { ActionArguments } from './actions.ts';
import { isMet } from './called-workflow.ts';
import { answerOf, calledOutputOf, errorOf, hasOutput, wasSent } from './answer.ts';
import { addCreated, maybeCreatedBy, nameOfCall } from './created-resource.ts';
import { createdWithin } from './created-within.ts';
import type { StepDefinition } from './definition.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { answerScope, polledStatus } from './outcome.ts';
import { toOperationRequest } from './request.ts';
import { scopeOf } from './scope.ts';
import { stepRecord } from './step-record.ts';
import type {
  CreatedResource,
  Failure,
  UnmetCriterion,
  WorkflowContext,
} from './types.ts';
import { unmetCriteria } from './unmet-criteria.ts';
import { valueAt } from './value-at.ts';

/** Says why a run does not complete: in words, and in parts for programs. */
export function explainFailure(
  environment: MachineEnvironment,
  args: ActionArguments,
  { kind, stepId, workflow, needs }: RecordFailureParams,
): Failure {
  if (stepId !== undefined && needs !== undefined)
    return explainNeeds(environment, args.context, stepId, needs);
  if (stepId !== undefined) {
    const step = environment.definition.step(stepId);
    return explainStep(environment, args, { kind, step });
  }
  if (kind === 'inputs') return explainInputs(environment, args.context);
  if (kind === 'workflow' || kind === 'dependency')
    return explainWorkflow(environment, args, kind, workflow);
  return explainLimit(environment, args, kind);
}

function explainNeeds(
  environment: MachineEnvironment,
  context: WorkflowContext,
  stepId: string,
  needs: readonly StepNeed[],
): Failure {
  const step = environment.definition.step(stepId);
  const missing = needs
    .filter((need) => !isMet(environment, context, need))
    .map(({ stepId: id, workflow }) =>
      workflow === undefined ? `step "${id}"` : `step "${id}" of workflow "${workflow}"`,
    );
  return {
    kind: 'dependency',
    message: `Step "${stepId}" (${nameOfCall(step)}) was not called: it depends on ${missing.join(' and ')}, which has not run.`,
    stepId,
    ...calledBy(step),
    ...aftermath(environment, context, { notMade: step }),
  };
}

/** A workflow that no step called: a dependency, or one that an action went to. */
function explainWorkflow(
  environment: MachineEnvironment,
  { context, event }: ActionArguments,
  kind: Failure['kind'],
  workflow: string | undefined,
): Failure {
  const workflowId = workflow ?? context.handover?.workflow ?? '';
  const cause = calledOutputOf(event)?.failure;
  const reason = cause?.message ?? errorOf(event)?.message ?? 'It did not complete.';
  const what =
    kind === 'dependency'
      ? `Workflow "${workflowId}", which must be completed first, did not complete`
      : `Workflow "${workflowId}" did not complete`;
  return {
    kind,
    message: `${what}: ${reason}`,
    workflowId,
    ...(cause === undefined ? {} : { cause }),
    ...aftermath(environment, context),
  };
}

function explainInputs(
  environment: MachineEnvironment,
  context: WorkflowContext,
): Failure {
  const problems = environment.validateInputs(context.inputs);
  return {
    kind: 'inputs',
    message: `The inputs do not fit the workflow: ${problems.map(({ message }) => message).join(' ')} Nothing was called.`,
    inputs: problems,
    ...aftermath(environment, context),
  };
}

function explainLimit(
  environment: MachineEnvironment,
  { context: before, self }: ActionArguments,
  kind: Failure['kind'],
): Failure {
  const context = { ...before, created: [...before.created, ...createdWithin(self)] };
  const reached =
    kind === 'timeout'
      ? 'its time limit'
      : kind === 'depth-limit'
        ? `its limit of ${(context.depth ?? 1) - 1} workflows within each other`
        : `its limit of ${context.calls - 1} calls`;
  const { lastStep, wait } = context;
  const last = lastStep === undefined ? undefined : environment.definition.step(lastStep);
  // The call that would have been too many was never made.
  const calling = wait === undefined ? last : undefined;
  const call = kind === 'timeout' ? { inFlight: calling } : { notMade: calling };
  return {
    kind,
    message: `The run was ended because it reached ${reached}${last === undefined ? '' : ` in step "${last.stepId}"`}.`,
    ...(last === undefined ? {} : { stepId: last.stepId, ...calledBy(last) }),
    ...aftermath(environment, context, call),
  };
}

function explainStep(
  environment: MachineEnvironment,
  args: ActionArguments,
  { kind, step }: { readonly kind: Failure['kind']; readonly step: StepDefinition },
): Failure {
  const { context, event } = args;
  const answer = answerOf(event, step);
  const scope = answerScope(environment, args, step);
  const cause = step.workflow === undefined ? undefined : calledOutputOf(event)?.failure;
  const parts = {
    stepId: step.stepId,
    operationId: nameOfCall(step),
    statusCode: step.operation === undefined ? undefined : answer?.statusCode,
    status: polledStatus(environment, step, scope),
    criteria: unmetCriteria(environment, { context, event, step, scope }),
    error: hasOutput(event) ? answer?.error : errorOf(event),
    reason: reasonOf(environment, step, scope),
    cause,
    isAnswered: hasOutput(event),
  };
  const { stepId, criteria } = parts;
  if (cause !== undefined && limits.has(cause.kind))
    return { ...cause, ...aftermath(environment, context) };
  return {
    kind: kindOf(kind, parts),
    message: toMessage(kind, parts),
    stepId,
    ...calledBy(step),
    ...(cause === undefined ? {} : { cause }),
    ...(parts.statusCode === undefined ? {} : { statusCode: parts.statusCode }),
    ...(parts.status === undefined ? {} : { status: parts.status.value }),
    ...(criteria.length === 0 ? {} : { criteria }),
    ...(parts.error === undefined ? {} : { error: parts.error }),
    ...aftermath(environment, args.context, wasSent(args.event) ? {} : { notMade: step }),
  };
}

/** What ends a whole run: it is told as it is, however deep it happened. */
const limits: ReadonlySet<FailureKind> = new Set([
  'step-limit',
  'depth-limit',
  'timeout',
]);

function kindOf(
  kind: Failure['kind'],
  { isAnswered, cause }: Pick<StepFailureParts, 'isAnswered' | 'cause'>,
): Failure['kind'] {
  if (!isAnswered) return 'no-answer';
  return cause === undefined ? kind : 'workflow';
}

function calledBy(
  step: StepDefinition,
): Pick<Failure, 'operationId'> | Pick<Failure, 'workflowId'> {
  const name = nameOfCall(step);
  return step.workflow === undefined ? { operationId: name } : { workflowId: name };
}

/** What is known about a step that failed. */
interface StepFailureParts {
  readonly stepId: string;
  readonly operationId: string;
  readonly statusCode: number | undefined;
  readonly status: ReturnType<typeof polledStatus>;
  readonly criteria: readonly UnmetCriterion[];
  readonly error: Failure['error'] | undefined;
  /** What the answer itself says about a failure. */
  readonly reason: string | undefined;
  /** Why the workflow that it called did not complete. */
  readonly cause: Failure | undefined;
  readonly isAnswered: boolean;
}

/** One line that says what happened, and one for each criterion that was not met. */
function toMessage(kind: Failure['kind'], parts: StepFailureParts): string {
  const { stepId, operationId, error, reason, criteria, cause } = parts;
  if (cause !== undefined) {
    const lines = `Step "${stepId}" (workflow ${operationId}) did not complete: ${cause.message}`;
    return [...lines.split('\n'), ...criteria.map(unmetLine)].map(toOneLine).join('\n');
  }
  const sentences = [
    `Step "${stepId}" (${operationId}) ${verdict(kind, parts)}.`,
    ...(error === undefined || parts.statusCode === undefined
      ? []
      : [`${error.type}: ${sentence(error.message)}`]),
    ...(reason === undefined ? [] : [sentence(reason)]),
  ];
  return [sentences.join(' '), ...criteria.map(unmetLine)].map(toOneLine).join('\n');
}

function unmetLine({ action, reason }: UnmetCriterion): string {
  return action === undefined
    ? `Not met: ${reason}`
    : `Action "${action}" did not match: ${reason}`;
}

const meanings = {
  pending: 'is still moving',
  succeeded: 'is an end that the workflow does not expect',
  failed: 'is a failure',
  unknown: 'is not known',
};

function verdict(
  kind: Failure['kind'],
  { operationId, statusCode, status, error, isAnswered }: StepFailureParts,
): string {
  if (!isAnswered) return silence(operationId, error);
  if (statusCode === undefined) return 'does not meet its success criteria';
  if (kind !== 'unmatched') return `was answered with status code ${statusCode}`;
  if (status === undefined)
    return 'was answered with something that none of its actions expects';
  return `met the status ${status.value}, which ${meanings[status.meaning]} and which none of its actions names`;
}

/** Services begin with the operation's name, which the sentence has already said. */
function silence(operationId: string, error: Failure['error']): string {
  if (error === undefined) return 'got no answer';
  const message = error.message.replace(/\.$/u, '');
  const own = `${operationId} `;
  return message.startsWith(own)
    ? message.slice(own.length)
    : `got no answer: ${message}`;
}

function reasonOf(
  environment: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
): string | undefined {
  const { operation } = step;
  if (operation === undefined) return undefined;
  const pointers = knowledgeOf(environment, operation)?.status?.reasons ?? [];
  const texts = pointers.map((pointer) => valueAt(scope.response?.body, pointer));
  return texts.find((text): text is string => typeof text === 'string' && text !== '');
}

/** A line break in the server's words would begin a line that looks like ours. */
function toOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u2028\u2029]\s*/gu, ' ');
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** A call that was under way when a limit ended the run, or about to be. */
interface LimitedCall {
  readonly inFlight?: StepDefinition | undefined;
  readonly notMade?: StepDefinition | undefined;
}

/** What was not done, and what is left behind. */
function aftermath(
  environment: MachineEnvironment,
  context: WorkflowContext,
  { inFlight, notMade }: LimitedCall = {},
): Pick<Failure, 'notDone' | 'leftBehind'> {
  const wasDone = (stepId: string): boolean => {
    const { visits = 0, attempt = 0 } = stepRecord(context, stepId) ?? {};
    return stepId === notMade?.stepId ? visits + attempt > 2 : visits > 0;
  };
  return {
    notDone: environment.definition.steps
      .map(({ stepId }) => stepId)
      .filter((stepId) => !wasDone(stepId)),
    leftBehind: leftBehind(environment, context, inFlight),
  };
}

/** What a run has created so far, and what the call in flight may have created. */
function leftBehind(
  environment: MachineEnvironment,
  context: WorkflowContext,
  inFlight: StepDefinition | undefined,
): readonly CreatedResource[] {
  const operation = inFlight?.operation;
  const creates = operation && knowledgeOf(environment, operation)?.creates;
  if (inFlight === undefined || operation === undefined || creates === undefined)
    return context.created;
  const { stepId } = inFlight;
  const scope = scopeOf(environment.definition, context);
  const payload = toOperationRequest(inFlight, scope).requestBody?.payload;
  const resource = maybeCreatedBy(creates, { stepId, operation, payload });
  const sameVisit = (stepRecord(context, stepId)?.attempt ?? 1) > 1;
  return addCreated(context.created, resource, { sameVisit });
}
