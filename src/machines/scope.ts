import type { Json } from '../arazzo-import/document.ts';
import type { RequestScope, Scope } from '../expressions/index.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { OperationAnswer } from '../services/service.ts';
import type { Definition, StepDefinition } from './definition.ts';
import { toOperationRequest } from './request.ts';
import type { JsonRecord, WorkflowContext } from './types.ts';

/** What the expressions of a workflow can see between its calls. */
export function scopeOf(
  { config }: Definition,
  context: WorkflowContext,
): Required<Pick<Scope, 'inputs' | 'steps' | 'sourceDescriptions'>> {
  return {
    inputs: context.inputs,
    steps: context.steps,
    sourceDescriptions: config.meta.sources as unknown as Readonly<
      Record<string, JsonRecord>
    >,
  };
}

/**
 * What the expressions of a step can see when it was answered, or when there was no answer. The
 * request is put together again, and the step's own outputs are those of this answer: each only when
 * something asks for it, and once.
 */
export function scopeOfAnswer(
  definition: Definition,
  context: WorkflowContext,
  step: StepDefinition,
  answer: OperationAnswer | undefined,
): AnswerScope {
  const between = scopeOf(definition, context);
  const request = once(() => toRequestScope(step, between, answer));
  const answered: Scope = {
    ...between,
    response: answer === undefined ? undefined : toResponseScope(answer),
    get request() {
      return request();
    },
  };
  // Evaluated in a scope without themselves: an output that reads its own step gets what the visit
  // before has left.
  const outputs = once(
    () => evaluateTemplate(step.outputTemplates, answered) as JsonRecord,
  );
  const own = {
    get outputs(): JsonRecord {
      return outputs();
    },
  };
  const steps = once(() =>
    answer === undefined ? context.steps : { ...context.steps, [step.stepId]: own },
  );
  return {
    inputs: between.inputs,
    sourceDescriptions: between.sourceDescriptions,
    response: answered.response,
    get request() {
      return request();
    },
    get steps() {
      return steps();
    },
    get ownOutputs() {
      return outputs();
    },
  };
}

/** The scope of an answer. */
export interface AnswerScope extends Scope {
  /** The step's outputs from this answer; those that resolve to nothing are left out. */
  readonly ownOutputs: JsonRecord;
}

function once<Value>(evaluate: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: evaluate() }).value;
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
