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
  const programs = new Map<readonly CriterionPlan[], readonly CriterionProgram[]>();
  for (const criteria of criteriaIn(config)) {
    programs.set(criteria, compileCriteria(criteria, engines));
  }
  return {
    config,
    steps,
    outputs: parseTemplate(config.meta.outputs).template,
    step: (stepId) => {
      const step = byId.get(stepId);
      if (step === undefined) throw invalidConfig(`there is no step "${stepId}"`);
      return step;
    },
    criteria: (criteria) => programs.get(criteria) ?? compileCriteria(criteria, engines),
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
function compileCriteria(
  criteria: readonly CriterionPlan[],
  engines: Engines,
): readonly CriterionProgram[] {
  return criteria.map((criterion) => {
    const parsed = parseCriterion(criterion, engines);
    if (parsed.ok) return parsed.value;
    const { message } = parsed.error;
    throw invalidConfig(`the condition "${criterion.condition}" is unusable: ${message}`);
  });
}

function invalidConfig(what: string): ArazzoError {
  return new ArazzoError('INVALID_CONFIG', `The machine config is unusable: ${what}.`);
}
