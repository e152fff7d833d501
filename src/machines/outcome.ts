import { evaluateCriterion } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import { AnswerScope } from './answer-scope.ts';
import { calledOutputOf, messageOf } from './answer.ts';
import type { StepDefinition } from './definition.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import type { WorkflowContext } from './types.ts';
import { valueAt } from './value-at.ts';

/** What guards and actions are called with. */
export interface AnswerArguments {
  readonly context: WorkflowContext;
  /** The event with which a call ended. */
  readonly event: object;
}

let last: (AnswerArguments & { readonly scope: AnswerScope }) | undefined;

/**
 * The scope of an answer; the same for all guards that look at it, one after the other. Only the last
 * is kept: a map of all of them, weak or not, would keep the garbage collector busy. An event belongs to
 * one call of one step, so that nothing else tells scopes apart.
 */
export function answerScope(
  { definition }: MachineEnvironment,
  { context, event }: AnswerArguments,
  step: StepDefinition,
): AnswerScope {
  if (last?.event === event && last.context === context) return last.scope;
  const scope = new AnswerScope({ definition, context, step, event });
  last = { event, context, scope };
  return scope;
}

/** Lets go of the answer that was looked at last. */
export function forgetAnswer(): void {
  last = undefined;
}

/**
 * Whether a step succeeded: all its success criteria hold. One without criteria succeeds with a 2xx
 * status (docs/decisions/success-without-criteria.md), a workflow when it is completed, a message when
 * it is there. Looked at once for each answer, however many guards ask.
 */
export function hasSucceeded(
  environment: Pick<MachineEnvironment, 'definition'>,
  args: Pick<AnswerArguments, 'event'>,
  step: StepDefinition,
  scope: AnswerScope,
): boolean {
  scope.verdict ??=
    isComplete(args, step, scope) && meetsCriteria(environment, step, scope);
  return scope.verdict;
}

/** Whether there is what success criteria can be about; else they are not looked at. */
export function isComplete(
  { event }: Pick<AnswerArguments, 'event'>,
  step: StepDefinition,
  { response }: Scope,
): boolean {
  if (step.channel !== undefined) return messageOf(event, step) !== undefined;
  if (step.workflow === undefined) return response !== undefined;
  const status = calledOutputOf(event)?.status;
  return (
    status === 'completed' || (status === 'ended' && step.successCriteria.length > 0)
  );
}

function meetsCriteria(
  { definition }: Pick<MachineEnvironment, 'definition'>,
  { operation, successCriteria, acceptedStatuses }: StepDefinition,
  scope: Scope,
): boolean {
  if (operation !== undefined && successCriteria.length === 0) {
    return isAccepted(scope.response?.statusCode ?? 0, acceptedStatuses);
  }
  return definition
    .criteria(successCriteria)
    .every((criterion) => evaluateCriterion(criterion, scope));
}

/** Whether a status code is one of `404`, `2XX`, `default`. */
function isAccepted(statusCode: number, statuses: readonly string[] = ['2XX']): boolean {
  const text = String(statusCode);
  return statuses.some(
    (status) =>
      status === 'default' || status === text || status.toUpperCase() === `${text[0]}XX`,
  );
}

/** The value of the status that a step polls, when the service knows where it is. */
export function polledStatus(
  environment: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
):
  | {
      readonly value: string;
      readonly meaning: 'pending' | 'succeeded' | 'failed' | 'unknown';
    }
  | undefined {
  const status = step.operation && knowledgeOf(environment, step.operation)?.status;
  if (status === undefined) return undefined;
  const value = valueAt(scope.response?.body, status.pointer);
  if (typeof value !== 'string') return undefined;
  const meanings = ['pending', 'succeeded', 'failed'] as const;
  return {
    value,
    meaning: meanings.find((meaning) => status[meaning].includes(value)) ?? 'unknown',
  };
}
