import type { AnyActorRef } from 'xstate';
import type {
  BeginCallParams,
  PlanWaitParams,
  RecordFailureParams,
} from '../arazzo-import/compile/config.ts';
import type { OperationAnswer } from '../services/service.ts';
import { answerOf, hasOutput, wasSent } from './answer.ts';
import { lastMoment, nowOf } from './clock.ts';
import { addCreated, createdBy, maybeCreatedBy } from './created-resource.ts';
import type { StepDefinition } from './definition.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { explainFailure } from './explain-failure.ts';
import { answerScope, forgetAnswer } from './outcome.ts';
import type { AnswerArguments } from './outcome.ts';
import { recordWorkflow } from './record-workflow.ts';
import { parseRetryAfter } from './retry-after.ts';
import { retriesOf, stepRecord } from './step-record.ts';
import type {
  CreatedResource,
  PlannedWait,
  StepRecord,
  WorkflowContext,
} from './types.ts';

/** What an action is called with. */
export interface ActionArguments extends AnswerArguments {
  readonly self: AnyActorRef;
}

type Changes = Partial<WorkflowContext>;

const firstVisit: StepRecord = { visits: 1, attempt: 1 };

/** Milliseconds between polls when neither the caller nor the service says otherwise. */
const defaultPollInterval = 5_000;

/** Counts the call that begins: a new visit, or another attempt of the same one. */
export function beginCall(
  { context, self }: ActionArguments,
  { stepId, timeout }: BeginCallParams,
): Changes {
  const isOwnWait = context.wait?.stepId === stepId;
  const reason = isOwnWait ? context.wait?.reason : undefined;
  const record = toRecord(stepRecord(context, stepId), reason);
  return {
    calls: context.calls + 1,
    lastStep: stepId,
    steps: { ...context.steps, [stepId]: record },
    // Another step's wait goes on when it lets this one run first.
    wait: isOwnWait ? undefined : context.wait,
    ...(timeout === undefined
      ? {}
      : { deadline: Math.min(nowOf(self) + timeout, lastMoment) }),
  };
}

function toRecord(
  before: StepRecord | undefined,
  reason: PlannedWait['reason'] | undefined,
): StepRecord {
  if (before === undefined) return firstVisit;
  const { visits, attempt, retries, outputs } = before;
  const isAgain = reason === 'retry' || reason === 'repeat';
  return {
    visits: isAgain ? visits : visits + 1,
    attempt: isAgain ? attempt + 1 : 1,
    ...(reason === 'retry' && retries ? { retries } : {}),
    ...(outputs === undefined ? {} : { outputs }),
  };
}

/** Keeps the step's outputs, and what the call has created. Nothing else of the answer is kept. */
export function recordAnswer(
  environment: MachineEnvironment,
  args: ActionArguments,
  { stepId }: { readonly stepId: string },
): Changes {
  const { context, event } = args;
  const step = environment.definition.step(stepId);
  const changes = recordCall(environment, args, step);
  if (!hasOutput(event)) return changes;
  const outputs = answerScope(environment, args, step).ownOutputs;
  forgetAnswer();
  const { visits, attempt, retries } = stepRecord(context, stepId) ?? firstVisit;
  const record =
    retries === undefined
      ? { visits, attempt, outputs }
      : { visits, attempt, retries, outputs };
  return { ...changes, steps: { ...context.steps, [stepId]: record } };
}

/** What a call has done to the run, whatever it was that was called. */
function recordCall(
  environment: MachineEnvironment,
  args: ActionArguments,
  step: StepDefinition,
): Changes {
  if (step.channel !== undefined) return {};
  if (step.workflow !== undefined) {
    const { key } = step.workflow;
    return recordWorkflow(environment, args, {
      key,
      reason: 'step',
      stepId: step.stepId,
    });
  }
  const created = recordCreated(environment, args, step);
  if (args.context.keepsAnswer !== true) return { created };
  const answer = answerOf(args.event, step);
  const { request } = answerScope(environment, args, step);
  return { created, lastCall: answer && { request, answer } };
}

/** What the run has created with the call that just ended; one whose answer was lost may have. */
function recordCreated(
  environment: MachineEnvironment,
  args: AnswerArguments,
  step: StepDefinition,
): readonly CreatedResource[] {
  const { context, event } = args;
  const { stepId, operation } = step;
  const creates = operation && knowledgeOf(environment, operation)?.creates;
  if (operation === undefined || creates === undefined || !wasSent(event))
    return context.created;
  const { request, response } = answerScope(environment, args, step);
  const call = { stepId, operation, payload: request?.body };
  const named = createdBy(creates, call, response?.body);
  const resource =
    named ??
    (isRefusal(answerOf(event, step)) ? undefined : maybeCreatedBy(creates, call));
  if (resource === undefined) return context.created;
  const sameVisit = (stepRecord(context, stepId)?.attempt ?? 1) > 1;
  return addCreated(context.created, resource, { sameVisit });
}

/**
 * Tells whether an answer says that nothing was done. What it answered otherwise names what it
 * has done, or leaves it open; so do several attempts, since the first may have got through.
 */
function isRefusal(answer: OperationAnswer | undefined): boolean {
  if (answer === undefined || (answer.attempts ?? 1) > 1) return false;
  return answer.statusCode >= 400 && answer.statusCode < 500;
}

/** Fixes when the wait ends that now begins, and counts a retry. */
export function planWait(
  environment: MachineEnvironment,
  { context, event, self }: ActionArguments,
  params: PlanWaitParams,
): Changes {
  const { stepId, reason, action } = params;
  const now = nowOf(self);
  const wait: PlannedWait = {
    stepId,
    reason,
    until: Math.min(now + delayOf(environment, params, event, now), lastMoment),
    ...(action === undefined ? {} : { action }),
  };
  if (reason !== 'retry' || action === undefined) return { wait };
  const record = stepRecord(context, stepId) ?? firstVisit;
  const retries = { ...record.retries, [action]: retriesOf(record, action) + 1 };
  return { wait, steps: { ...context.steps, [stepId]: { ...record, retries } } };
}

/**
 * Milliseconds to wait. The `Retry-After` header overrules a retry's `retryAfter` (section 4.6.8)
 * and our default; it can only lengthen an interval between two polls that somebody knows.
 */
function delayOf(
  environment: MachineEnvironment,
  { stepId, reason, interval, retryAfter = 0 }: PlanWaitParams,
  event: object,
  now: number,
): number {
  const step = environment.definition.step(stepId);
  const asked = parseRetryAfter(answerOf(event, step)?.headers?.['retry-after'], now);
  if (reason === 'retry') return asked ?? retryAfter * 1000;
  const { operation } = step;
  const known =
    interval ?? (operation && knowledgeOf(environment, operation)?.pollInterval);
  // A server that asks for no wait at all has not thought of polls that never end.
  if (known === undefined) return asked || defaultPollInterval;
  return Math.max(known, asked ?? 0);
}

/** Keeps why the run does not complete. */
export function recordFailure(
  environment: MachineEnvironment,
  args: ActionArguments,
  params: RecordFailureParams,
): Changes {
  return {
    failure:
      environment.isExplored === true
        ? { kind: params.kind, message: '', notDone: [], leftBehind: [] }
        : explainFailure(environment, args, params),
  };
}
