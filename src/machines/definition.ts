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
import { criteriaIn } from './walk-config.ts';

/**
 * A config with its expressions and criteria parsed, ready to be evaluated many times. Made once
 * for a config and shared by all its machines.
 */
export interface Definition {
  readonly config: WorkflowConfig;
  readonly outputs: Template;
  readonly step: (stepId: string) => StepDefinition;
  readonly steps: readonly StepDefinition[];
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

/** Parses everything in a config that is to be evaluated. */
export function createDefinition(config: WorkflowConfig, engines: Engines): Definition {
  const selectors = config.meta.selectors === true;
  const parse = (value: Json): Template =>
    parseTemplate(value, { selectors, engines }).template;
  const steps = Object.values(config.states).flatMap((state) =>
    defineStep(state, { parse, engines }),
  );
  const byId = new Map(steps.map((step) => [step.stepId, step]));
  const programs = new Map<readonly CriterionPlan[], readonly CriterionProgram[]>();
  for (const criteria of criteriaIn(config)) {
    programs.set(criteria, compileCriteria(criteria, engines));
  }
  const templates = new Map<object, Template>();
  return {
    config,
    steps,
    outputs: parse(config.meta.outputs),
    step: (stepId) => {
      const step = byId.get(stepId);
      if (step === undefined) throw invalidConfig(`there is no step "${stepId}"`);
      return step;
    },
    criteria: (criteria) => programs.get(criteria) ?? compileCriteria(criteria, engines),
    template: (value) => {
      const known = templates.get(value) ?? parse(value);
      templates.set(value, known);
      return known;
    },
  };
}

interface Reader {
  readonly parse: (value: Json) => Template;
  readonly engines: Engines;
}

function defineStep(state: StateConfig, reader: Reader): readonly StepDefinition[] {
  const { meta } = state;
  if (meta === undefined) return [];
  const callingState = state.states?.['calling'] ?? state;
  const [invoke] = [callingState.invoke ?? []].flat();
  if (invoke === undefined || !isCall(invoke.input)) {
    throw invalidConfig(`step "${meta.stepId}" calls nothing`);
  }
  const call = invoke.input;
  return [
    {
      ...meta,
      call,
      callingState,
      invoke,
      outputTemplates: reader.parse(meta.outputs),
      ...defineInputs(call, reader),
    },
  ];
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

function invalidConfig(what: string): ArazzoError {
  return new ArazzoError('INVALID_CONFIG', `The machine config is unusable: ${what}.`);
}
