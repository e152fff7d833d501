import type {
  CallTemplate,
  InvokeConfig,
  MessageTemplate,
  StateConfig,
  StepMeta,
  WorkflowCallTemplate,
  WorkflowConfig,
} from '../arazzo-import/compile/config.ts';
import type { Json } from '../arazzo-import/document.ts';
import { parseCriterionOnce } from '../arazzo-import/parse-criterion-once.ts';
import type { CriterionPlan, ReplacementPlan } from '../arazzo-import/plan.ts';
import { ArazzoError } from '../diagnostics/index.ts';
import { compileSelector, neverHolds, parseTemplate } from '../expressions/index.ts';
import type {
  CriterionProgram,
  Engines,
  Prepared,
  Selector,
  Template,
} from '../expressions/index.ts';
import { invokesIn, invokesOf } from './walk-config.ts';

/**
 * A config with its expressions and criteria parsed, ready to be evaluated many times. Made once
 * for a config and shared by all its machines. What belongs to a step is parsed when a run first
 * comes to it: most runs of a large workflow see a part of its steps.
 */
export interface Definition {
  readonly config: WorkflowConfig;
  readonly outputs: Template;
  readonly step: (stepId: string) => StepDefinition;
  readonly steps: readonly StepMeta[];
  /** The criteria of a guard, by the array that stands in the guard's params. */
  readonly criteria: (criteria: readonly CriterionPlan[]) => readonly CriterionProgram[];
  /** A value in the params of an action. */
  readonly template: (value: Readonly<Record<string, Json>>) => Template;
}

export interface StepDefinition extends StepMeta {
  readonly call: CallTemplate | WorkflowCallTemplate | MessageTemplate;
  readonly callingState: StateConfig;
  /** What the calling state invokes first. */
  readonly invoke: InvokeConfig;
  readonly outputTemplates: Template;
  /** Those of an operation or a channel. */
  readonly parameterTemplates: readonly Template[];
  /** The inputs of a workflow. */
  readonly inputTemplates: Template | undefined;
  readonly correlationTemplate: Template | undefined;
  readonly payloadTemplate: Template | undefined;
  readonly replacementTemplates: readonly ReplacementTemplate[];
}

/** A replacement whose target is read and whose value is not yet evaluated. */
export interface ReplacementTemplate {
  readonly target: string;
  /** Absent when the target is a plain JSON Pointer. */
  readonly selector?: Prepared<Selector>;
  readonly value: Template;
}

/**
 * Prepares a config so that everything in it can be evaluated.
 * @throws ArazzoError `INVALID_CONFIG` when a step calls nothing
 */
export function createDefinition(config: WorkflowConfig, engines: Engines): Definition {
  const selectors = config.meta.selectors === true;
  const parse = (value: Json): Template =>
    parseTemplate(value, { selectors, engines }).template;
  const calls = callsOf(config);
  return {
    config,
    steps: [...calls.values()].map(({ meta }) => meta),
    outputs: parse(config.meta.outputs),
    step: memoized((stepId) => {
      const found = calls.get(stepId);
      if (found === undefined) throw unknownStep(stepId);
      return defineStep(found, { parse, engines });
    }),
    criteria: memoized((criteria) => compileCriteria(criteria, engines)),
    template: memoized(parse),
  };
}

function memoized<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

interface Reader {
  readonly parse: (value: Json) => Template;
  readonly engines: Engines;
}

/** A step in the config, and what it calls. */
interface StepCall extends Pick<StepDefinition, 'call' | 'callingState' | 'invoke'> {
  readonly meta: StepMeta;
}

function callsOf(config: WorkflowConfig): ReadonlyMap<string, StepCall> {
  const calls = new Map<string, StepCall>();
  for (const state of Object.values(config.states)) {
    const { meta } = state;
    if (meta === undefined) continue;
    const callingState = state.states?.['calling'] ?? state;
    const [invoke] = invokesOf(callingState);
    if (invoke === undefined || !isCall(invoke.input)) {
      throw invalidConfig(`step "${meta.stepId}" calls nothing`);
    }
    calls.set(meta.stepId, { meta, call: invoke.input, callingState, invoke });
  }
  for (const { input } of invokesIn(config))
    if ('operation' in input && !calls.has(input.stepId)) throw unknownStep(input.stepId);
  return calls;
}

function defineStep({ meta, ...called }: StepCall, reader: Reader): StepDefinition {
  return {
    ...meta,
    ...called,
    outputTemplates: reader.parse(meta.outputs),
    ...defineInputs(called.call, reader),
  };
}

function isCall(input: InvokeConfig['input']): input is StepDefinition['call'] {
  return 'operation' in input || 'workflow' in input || 'channel' in input;
}

type InputTemplates = Pick<
  StepDefinition,
  | 'parameterTemplates'
  | 'inputTemplates'
  | 'correlationTemplate'
  | 'payloadTemplate'
  | 'replacementTemplates'
>;

function defineInputs(
  call: StepDefinition['call'],
  { parse, engines }: Reader,
): InputTemplates {
  const parseOptional = (value: Json | undefined): Template | undefined =>
    value === undefined ? undefined : parse(value);
  const message = 'workflow' in call ? undefined : call;
  return {
    parameterTemplates: (message?.parameters ?? []).map(({ value }) => parse(value)),
    inputTemplates: 'workflow' in call ? parseOptional(call.inputs) : undefined,
    correlationTemplate:
      'channel' in call ? parseOptional(call.correlationId) : undefined,
    payloadTemplate: parseOptional(message?.requestBody?.payload),
    replacementTemplates: (message?.requestBody?.replacements ?? []).map((replacement) =>
      defineReplacement(replacement, { parse, engines }),
    ),
  };
}

/** The importer has reported a target that cannot be read; it replaces nothing. */
function defineReplacement(
  { target, value, type, version }: ReplacementPlan,
  { parse, engines }: Reader,
): ReplacementTemplate {
  const template = { target, value: parse(value) };
  if (type === undefined) return template;
  const language = version === undefined ? { type } : { type, version };
  const selector = compileSelector(target, language, engines);
  return selector.ok ? { ...template, selector: selector.value } : template;
}

/** A criterion that cannot be read never holds; an importer has reported it. */
function compileCriteria(
  criteria: readonly CriterionPlan[],
  engines: Engines,
): readonly CriterionProgram[] {
  return criteria.map((criterion) => {
    const parsed = parseCriterionOnce(criterion, engines);
    return parsed.ok ? parsed.value : neverHolds(criterion, parsed.error);
  });
}

function unknownStep(stepId: string): ArazzoError {
  return invalidConfig(`there is no step "${stepId}"`);
}

function invalidConfig(what: string): ArazzoError {
  return new ArazzoError('INVALID_CONFIG', `The machine config is unusable: ${what}.`);
}
