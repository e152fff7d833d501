import type { Scope, WorkflowScope } from '../expressions/index.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { Definition } from './definition.ts';
import type { JsonRecord, WorkflowContext } from './types.ts';

/** What the expressions of a workflow can see between its calls. */
export function scopeOf(definition: Definition, context: WorkflowContext): Scope {
  return new OutputScope(definition, context);
}

/** A class, as every call makes some of them and hardly any of the rest is asked for. */
class BetweenScope implements Scope {
  readonly inputs: JsonRecord;
  readonly steps: WorkflowContext['steps'];
  readonly sourceDescriptions: Readonly<Record<string, JsonRecord>>;
  readonly self?: string;
  protected readonly definition: Definition;
  protected readonly context: WorkflowContext;
  #workflows: Scope['workflows'];

  constructor(definition: Definition, context: WorkflowContext) {
    const { sources, self } = definition.config.meta;
    this.inputs = context.inputs;
    this.steps = context.steps;
    this.sourceDescriptions = sources as unknown as typeof this.sourceDescriptions;
    if (self !== undefined) this.self = self;
    this.definition = definition;
    this.context = context;
  }

  get workflows(): NonNullable<Scope['workflows']> {
    return (this.#workflows ??= toWorkflowScopes(this.definition, this.context));
  }
}

class OutputScope extends BetweenScope {
  #outputs: JsonRecord | undefined;

  /** Evaluated without themselves: an output that reads another would read itself in the end. */
  get outputs(): JsonRecord {
    const { definition, context } = this;
    return (this.#outputs ??= evaluateTemplate(
      definition.outputs,
      new BetweenScope(definition, context),
    ) as JsonRecord);
  }
}

/**
 * `$workflows`: those of the same document by their ids, those of other documents where no such id is
 * taken, and the workflow itself.
 */
export function toWorkflowScopes(
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
