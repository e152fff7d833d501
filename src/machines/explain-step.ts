import type { ActionArguments } from './actions.ts';
import { aftermath, calledBy } from './aftermath.ts';
import {
  answerOf,
  calledOutputOf,
  errorOf,
  hasOutput,
  isUnsent,
  wasSent,
} from './answer.ts';
import { nameOfCall } from './created-resource.ts';
import type { StepDefinition } from './definition.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { isLimit } from './failure-kinds.ts';
import { answerScope, polledStatus } from './outcome.ts';
import type { Scope } from '../expressions/index.ts';
import type { Failure, UnmetCriterion } from './types.ts';
import { unmetCriteria } from './unmet-criteria.ts';
import { valueAt } from './value-at.ts';

/** Says why a step did not succeed, or met what none of its actions expects. */
export function explainStep(
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
  if (cause !== undefined && isLimit(cause))
    return { ...cause, ...aftermath(environment, context) };
  return {
    kind: kindOf(kind, parts),
    message: toMessage(kind, parts),
    stepId,
    ...calledBy(nameOfCall(step), step),
    ...(cause === undefined ? {} : { cause }),
    ...(parts.statusCode === undefined ? {} : { statusCode: parts.statusCode }),
    ...(parts.status === undefined ? {} : { status: parts.status.value }),
    ...(criteria.length === 0 ? {} : { criteria }),
    ...(parts.error === undefined ? {} : { error: parts.error }),
    ...aftermath(environment, context, wasSent(event) ? undefined : step),
  };
}

function kindOf(
  kind: Failure['kind'],
  { isAnswered, cause }: Pick<StepFailureParts, 'isAnswered' | 'cause'>,
): Failure['kind'] {
  if (!isAnswered) return 'no-answer';
  return cause === undefined ? kind : 'workflow';
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
  { operationId, statusCode, status, criteria, error, isAnswered }: StepFailureParts,
): string {
  if (!isAnswered) return silence(operationId, error);
  if (statusCode === undefined)
    return criteria.length > 0
      ? 'does not meet its success criteria'
      : 'did not complete';
  if (kind !== 'unmatched') return `was answered with status code ${statusCode}`;
  if (status === undefined)
    return 'was answered with something that none of its actions expects';
  return `met the status ${status.value}, which ${meanings[status.meaning]} and which none of its actions names`;
}

/** How the limits of steps begin. */
const silent = 'There was no answer';

/** Services begin with the operation's name, which the sentence has already said. */
function silence(operationId: string, error: Failure['error']): string {
  if (error === undefined) return 'got no answer';
  const message = error.message.replace(/\.$/u, '');
  const own = `${operationId} `;
  if (message.startsWith(own)) return message.slice(own.length);
  if (message.startsWith(silent)) return `got no answer${message.slice(silent.length)}`;
  // What begins with a request says itself what became of it.
  if (/^[A-Z]+ https?:\/\/\S+ /u.test(message)) return `failed: ${message}`;
  return `${isUnsent(error) ? 'was not sent' : 'got no answer'}: ${message}`;
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
