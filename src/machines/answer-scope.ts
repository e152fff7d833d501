import type { Json } from '../arazzo-import/document.ts';
import type { RequestScope, Scope } from '../expressions/index.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { OperationAnswer } from '../services/service.ts';
import { answerOf, calledOutputOf, hasOutput, messageOf } from './answer.ts';
import { mergeCompleted } from './completed-workflows.ts';
import type { Definition, StepDefinition } from './definition.ts';
import { toOperationRequest } from './request.ts';
import { scopeOf, toWorkflowScopes } from './scope.ts';
import type { CalledOutput, JsonRecord, WorkflowContext } from './types.ts';

type ResponseScope = NonNullable<Scope['response']>;

/** A call that has ended. */
interface EndedCall {
  readonly definition: Definition;
  readonly context: WorkflowContext;
  readonly step: StepDefinition;
  /** The event with which it ended. */
  readonly event: object;
}

/**
 * What the expressions of a step can see when its call has ended. The request is put together again,
 * and the step's own outputs are those of this call: each only when something asks for it, and once.
 */
export class AnswerScope implements Scope {
  readonly inputs: JsonRecord;
  readonly sourceDescriptions: NonNullable<Scope['sourceDescriptions']>;
  readonly self?: string;
  readonly response: ResponseScope | undefined;
  readonly message: Scope['message'];
  /** Whether the step has succeeded, when somebody has asked. */
  verdict: boolean | undefined;
  readonly #call: EndedCall;
  readonly #between: Scope;
  readonly #answer: OperationAnswer | undefined;
  readonly #called: CalledOutput | undefined;
  #request: { readonly value: RequestScope | undefined } | undefined;
  #workflows: Scope['workflows'];
  #steps: Scope['steps'];
  #ownOutputs: JsonRecord | undefined;
  #isEvaluating = false;

  constructor(call: EndedCall) {
    const { definition, context, step, event } = call;
    const between = scopeOf(definition, context);
    const answer = answerOf(event, step);
    this.inputs = context.inputs;
    this.sourceDescriptions = between.sourceDescriptions ?? {};
    if (between.self !== undefined) this.self = between.self;
    this.response = answer && toResponseScope(answer);
    this.message = messageOf(event, step);
    this.#call = call;
    this.#between = between;
    this.#answer = answer;
    this.#called = step.workflow && calledOutputOf(event);
  }

  get request(): RequestScope | undefined {
    return (this.#request ??= { value: this.#toRequest() }).value;
  }

  get workflows(): NonNullable<Scope['workflows']> {
    return (this.#workflows ??= this.#toWorkflows());
  }

  get outputs(): NonNullable<Scope['outputs']> {
    return this.#called?.outputs ?? this.#between.outputs ?? {};
  }

  /** With the step's own outputs, except for these: they get what the visit before has left. */
  get steps(): NonNullable<Scope['steps']> {
    const { context } = this.#call;
    return this.#isEvaluating ? context.steps : (this.#steps ??= this.#toSteps());
  }

  /** The step's outputs from this answer; those that resolve to nothing are left out. */
  get ownOutputs(): JsonRecord {
    return (this.#ownOutputs ??= this.#toOwnOutputs());
  }

  #toRequest(): RequestScope | undefined {
    const { step } = this.#call;
    return step.workflow === undefined
      ? toRequestScope(step, this.#between, this.#answer)
      : this.#called?.run?.lastCall?.request;
  }

  #toWorkflows(): NonNullable<Scope['workflows']> {
    const { definition, context, step } = this.#call;
    return this.#called === undefined
      ? (this.#between.workflows ?? {})
      : toScopesAfter(definition, context, step, this.#called);
  }

  #toSteps(): NonNullable<Scope['steps']> {
    const { context, step, event } = this.#call;
    if (!hasOutput(event)) return context.steps;
    const scope = this as AnswerScope;
    const own = {
      get outputs(): JsonRecord {
        return scope.ownOutputs;
      },
    };
    return { ...context.steps, [step.stepId]: own };
  }

  #toOwnOutputs(): JsonRecord {
    this.#isEvaluating = true;
    try {
      return evaluateTemplate(this.#call.step.outputTemplates, this) as JsonRecord;
    } finally {
      this.#isEvaluating = false;
    }
  }
}

/** `$workflows` when a called workflow has ended: also that one, whether or not it is completed. */
function toScopesAfter(
  definition: Definition,
  context: WorkflowContext,
  { workflow, inputTemplates }: StepDefinition,
  { outputs, run }: CalledOutput,
): NonNullable<Scope['workflows']> {
  const workflows = mergeCompleted(context.workflows, run?.workflows);
  const scopes = toWorkflowScopes(definition, { ...context, workflows });
  const { workflowId = '' } = workflow ?? {};
  const known = Object.hasOwn(scopes, workflowId) ? scopes[workflowId] : undefined;
  const inputs =
    known?.inputs ??
    (inputTemplates && evaluateTemplate(inputTemplates, scopeOf(definition, context)));
  return { ...scopes, [workflowId]: { inputs: inputs as JsonRecord, outputs } };
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
}: Partial<OperationAnswer>): ResponseScope {
  return { statusCode: statusCode ?? 200, headers: headers ?? {}, body };
}
