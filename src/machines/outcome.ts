import { evaluateCriterion } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import { answerOf } from './answer.ts';
import type { StepDefinition } from './definition.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { scopeOfAnswer } from './scope.ts';
import type { AnswerScope } from './scope.ts';
import type { WorkflowContext } from './types.ts';
import { valueAt } from './value-at.ts';

/** What guards and actions are called with. */
export interface AnswerArguments {
  readonly context: WorkflowContext;
  /** The event with which a call ended. */
  readonly event: object;
}

const scopes = new WeakMap<
  object,
  { readonly context: WorkflowContext; readonly scope: AnswerScope }
>();

/** The scope of an answer; the same for all guards that look at it. */
export function answerScope(
  { definition }: MachineEnvironment,
  { context, event }: AnswerArguments,
  step: StepDefinition,
): AnswerScope {
  const known = scopes.get(event);
  if (known?.context === context) return known.scope;
  const scope = scopeOfAnswer(definition, context, step, answerOf(event));
  scopes.set(event, { context, scope });
  return scope;
}

/**
 * Whether a step succeeded: all its success criteria hold. One without criteria succeeds with a 2xx
 * status (docs/decisions/success-without-criteria.md).
 */
export function hasSucceeded(
  { definition }: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
): boolean {
  const { response } = scope;
  if (response === undefined) return false;
  if (step.successCriteria.length === 0) {
    return response.statusCode >= 200 && response.statusCode < 300;
  }
  return definition
    .criteria(step.successCriteria)
    .every((criterion) => evaluateCriterion(criterion, scope));
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
  const status = knowledgeOf(environment, step.operation)?.status;
  if (status === undefined) return undefined;
  const value = valueAt(scope.response?.body, status.pointer);
  if (typeof value !== 'string') return undefined;
  const meanings = ['pending', 'succeeded', 'failed'] as const;
  return {
    value,
    meaning: meanings.find((meaning) => status[meaning].includes(value)) ?? 'unknown',
  };
}
