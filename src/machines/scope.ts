import type { Json } from '../arazzo-import/document.ts';
import type { RequestScope, Scope, WorkflowScope } from '../expressions/index.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { OperationAnswer } from '../services/service.ts';
import { answerOf, calledOutputOf, hasOutput, messageOf } from './answer.ts';
import { mergeCompleted } from './completed-workflows.ts';
import type { Definition, StepDefinition } from './definition.ts';
import { toOperationRequest } from './request.ts';
import type { CalledOutput, JsonRecord, WorkflowContext } from './types.ts';

/** What the expressions of a workflow can see between its calls. */
export function scopeOf(definition: Definition, context: WorkflowContext): Scope {
  const { meta } = definition.config;
  const workflows = once(() => toWorkflowScopes(definition, context));
  const base: Scope = {
    inputs: context.inputs,
    steps: context.steps,
    sourceDescriptions: meta.sources as unknown as Readonly<Record<string, JsonRecord>>,
    ...(meta.self === undefined ? {} : { self: meta.self }),
    get workflows() {
      return workflows();
    },
  };
  // Without themselves: an output that reads another would read itself in the end.
  const outputs = once(() => evaluateTemplate(definition.outputs, base) as JsonRecord);
  return extend(base, 'outputs', outputs);
}

/**
 * `$workflows`: those of the same document by their ids, those of other documents where no such id is
 * taken, and the workflow itself.
 */
function toWorkflowScopes(
  { config }: Definition,
  { inputs, workflows = {} }: Pick<WorkflowContext, 'inputs' | 'workflows'>,
): Readonly<Record<string, WorkflowScope>> {
  const { workflowId, document = '' } = config.meta;
  return {
    ...Object.assign({}, ...Object.values(workflows)),
    ...workflows[document],
    [workflowId]: { ...workflows[document]?.[workflowId], inputs },
  };
}

/** `$workflows` when a called workflow has ended: also that one, whether or not it is completed. */
function toScopesAfter(
  definition: Definition,
  context: WorkflowContext,
  { workflow, inputTemplates }: StepDefinition,
  { outputs, run }: CalledOutput,
): Scope['workflows'] {
  const workflows = mergeCompleted(context.workflows, run?.workflows);
  const scopes = toWorkflowScopes(definition, { ...context, workflows });
  const { workflowId = '' } = workflow ?? {};
  const known = Object.hasOwn(scopes, workflowId) ? scopes[workflowId] : undefined;
  const inputs =
    known?.inputs ??
    (inputTemplates && evaluateTemplate(inputTemplates, scopeOf(definition, context)));
  return { ...scopes, [workflowId]: { inputs: inputs as JsonRecord, outputs } };
}

/**
 * What the expressions of a step can see when its call has ended. The request is put together again,
 * and the step's own outputs are those of this call: each only when something asks for it, and once.
 */
export function scopeOfAnswer(
  definition: Definition,
  context: WorkflowContext,
  step: StepDefinition,
  event: object,
): AnswerScope {
  const between = scopeOf(definition, context);
  const answer = answerOf(event, step);
  const message = messageOf(event, step);
  const called = step.workflow === undefined ? undefined : calledOutputOf(event);
  const request = once(() =>
    step.workflow === undefined
      ? toRequestScope(step, between, answer)
      : called?.run?.lastCall?.request,
  );
  const workflows = once(() =>
    called === undefined
      ? between.workflows
      : toScopesAfter(definition, context, step, called),
  );
  const shared = {
    inputs: context.inputs,
    sourceDescriptions: between.sourceDescriptions,
    self: between.self,
    response: answer === undefined ? undefined : toResponseScope(answer),
    message,
    get workflows() {
      return workflows();
    },
    get outputs() {
      return called?.outputs ?? between.outputs;
    },
    get request() {
      return request();
    },
  };
  // Evaluated in a scope without themselves: an output that reads its own step gets what the visit
  // before has left.
  const outputs = once(
    () =>
      evaluateTemplate(
        step.outputTemplates,
        extend(shared, 'steps', () => context.steps),
      ) as JsonRecord,
  );
  const own = {
    get outputs(): JsonRecord {
      return outputs();
    },
  };
  const steps = once(() =>
    hasOutput(event) ? { ...context.steps, [step.stepId]: own } : context.steps,
  );
  return extend(extend(shared, 'steps', steps), 'ownOutputs', outputs) as AnswerScope;
}

/** The scope of an answer. */
export interface AnswerScope extends Scope {
  /** The step's outputs from this answer; those that resolve to nothing are left out. */
  readonly ownOutputs: JsonRecord;
}

/** The same scope with one more member; its getters stay getters. */
function extend(scope: object, name: string, get: () => unknown): Scope {
  return Object.defineProperty(Object.create(scope) as Scope, name, { get });
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
