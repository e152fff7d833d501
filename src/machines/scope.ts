import type { Json } from '../arazzo-import/document.ts';
import type { RequestScope, Scope } from '../expressions/index.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { OperationAnswer } from '../services/service.ts';
import type { Definition, StepDefinition } from './definition.ts';
import { toOperationRequest } from './request.ts';
import type { JsonRecord, WorkflowContext } from './types.ts';

/** What the expressions of a workflow can see between its calls. */
export function scopeOf({ config }: Definition, context: WorkflowContext): Scope {
  return {
    inputs: context.inputs,
    steps: context.steps,
    sourceDescriptions: config.meta.sources as unknown as NonNullable<
      Scope['sourceDescriptions']
    >,
  };
}

/**
 * What the expressions of a step can see when it was answered, or when there was no answer. The
 * step's own outputs are those of this answer; they are evaluated only when something asks for them.
 */
export function scopeOfAnswer(
  definition: Definition,
  context: WorkflowContext,
  step: StepDefinition,
  answer: OperationAnswer | undefined,
): Scope {
  const between = scopeOf(definition, context);
  const scope: Scope = {
    ...between,
    get request() {
      return toRequestScope(step, between, answer);
    },
    ...(answer === undefined ? {} : { response: toResponseScope(answer) }),
  };
  if (answer === undefined) return scope;
  return withOwnOutputs(scope, context, step);
}

/** The outputs of a step, from the answer in the scope; those that resolve to nothing are left out. */
export function evaluateOutputs(step: StepDefinition, scope: Scope): JsonRecord {
  return evaluateTemplate(step.outputTemplates, scope) as JsonRecord;
}

function withOwnOutputs(
  scope: Scope,
  context: WorkflowContext,
  step: StepDefinition,
): Scope {
  let outputs: JsonRecord | undefined;
  const own = {
    get outputs(): JsonRecord {
      outputs ??= evaluateOutputs(step, scope);
      return outputs;
    },
  };
  return Object.defineProperty({ ...scope }, 'steps', {
    enumerable: true,
    value: { ...context.steps, [step.stepId]: own },
  });
}

function toRequestScope(
  step: StepDefinition,
  scope: Scope,
  answer: OperationAnswer | undefined,
): RequestScope {
  const { parameters, requestBody } = toOperationRequest(step, scope);
  const valuesIn = (place: string): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, value }) => [name, value]),
    );
  return {
    url: answer?.request?.url,
    method: answer?.request?.method,
    headers: valuesIn('header'),
    query: valuesIn('query'),
    path: valuesIn('path'),
    body: requestBody?.payload as Json | undefined,
  };
}

/** An actor that a user provided may leave out what it does not know. */
function toResponseScope({
  statusCode,
  headers,
  body,
}: Partial<OperationAnswer>): NonNullable<Scope['response']> {
  return { statusCode: statusCode ?? 200, headers: headers ?? {}, body };
}
