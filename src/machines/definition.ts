import type {
  CallTemplate,
  StateConfig,
  StepMeta,
  WorkflowConfig,
} from '../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../arazzo-import/plan.ts';
import { ArazzoError } from '../diagnostics/index.ts';
import { parseCriterion, parseTemplate } from '../expressions/index.ts';
import type { CriterionProgram, Engines, Template } from '../expressions/index.ts';

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
}

export interface StepDefinition extends StepMeta {
  readonly call: CallTemplate;
  readonly callingState: StateConfig;
  readonly outputTemplates: Template;
  readonly parameterTemplates: readonly Template[];
  readonly payloadTemplate: Template | undefined;
  readonly replacementTemplates: readonly {
    readonly pointer: string;
    readonly value: Template;
  }[];
}

/** Parses everything in a config that is to be evaluated. */
export function createDefinition(config: WorkflowConfig, engines: Engines): Definition {
  const steps = Object.values(config.states).flatMap(defineStep);
  const byId = new Map(steps.map((step) => [step.stepId, step]));
  const programs = new WeakMap<readonly CriterionPlan[], readonly CriterionProgram[]>();
  return {
    config,
    steps,
    outputs: parseTemplate(config.meta.outputs).template,
    step: (stepId) => {
      const step = byId.get(stepId);
      if (step === undefined) throw invalidConfig(`there is no step "${stepId}"`);
      return step;
    },
    criteria: (criteria) => {
      const known = programs.get(criteria);
      if (known !== undefined) return known;
      const parsed = criteria.map((criterion) => compileCriterion(criterion, engines));
      programs.set(criteria, parsed);
      return parsed;
    },
  };
}

function defineStep(state: StateConfig): readonly StepDefinition[] {
  const { meta } = state;
  if (meta === undefined) return [];
  const callingState = state.states?.['calling'] ?? state;
  const call = callingState.invoke?.input;
  if (call === undefined || !('operation' in call))
    throw invalidConfig(`step "${meta.stepId}" calls nothing`);
  const { parameters, requestBody } = call;
  return [
    {
      ...meta,
      call,
      callingState,
      outputTemplates: parseTemplate(meta.outputs).template,
      parameterTemplates: parameters.map(({ value }) => parseTemplate(value).template),
      payloadTemplate:
        requestBody?.payload === undefined
          ? undefined
          : parseTemplate(requestBody.payload).template,
      replacementTemplates: (requestBody?.replacements ?? []).map(
        ({ target, value }) => ({
          pointer: target,
          value: parseTemplate(value).template,
        }),
      ),
    },
  ];
}

/** An importer has reported what cannot be parsed; here it can only come from an edited config. */
function compileCriterion(criterion: CriterionPlan, engines: Engines): CriterionProgram {
  const parsed = parseCriterion(criterion, engines);
  if (parsed.ok) return parsed.value;
  throw invalidConfig(
    `the condition "${criterion.condition}" is unusable: ${parsed.error.message}`,
  );
}

function invalidConfig(what: string): ArazzoError {
  return new ArazzoError('INVALID_CONFIG', `The machine config is unusable: ${what}.`);
}
