import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import type {
  Criterion,
  Reusable,
  Step,
  Workflow,
} from '../../arazzo-import/document.ts';
import type { FailureAction, SuccessAction } from '../../arazzo-import/document.ts';
import { parseCriterionOnce } from '../../arazzo-import/parse-criterion-once.ts';
import type { ActionPlan, StepPlan, WorkflowPlan } from '../../arazzo-import/plan.ts';
import type { DocumentUnit } from '../../arazzo-import/sources/document-unit.ts';
import { neverHolds, parseTemplate } from '../../expressions/index.ts';
import type { Engines } from '../../expressions/index.ts';
import type { OwnOutputs } from '../cases/statuses/body-keys.ts';
import { readCriterion } from './criteria/read-criterion.ts';
import { componentsOf } from './graph/components-of.ts';
import type { RelatedWorkflows } from './graph/related-workflows.ts';
import { toWorkflowGraph } from './graph/workflow-graph.ts';
import { toOperationView } from './operation-view.ts';
import type {
  ActionView,
  CriterionView,
  ServiceFacts,
  StepView,
  WorkflowView,
} from './view.ts';

/** What views are made with. */
export interface ViewContext {
  readonly unit: DocumentUnit;
  readonly engines: Engines;
  readonly facts: ServiceFacts;
  readonly related: RelatedWorkflows;
  /** Those of the document, by their ids. */
  readonly plans: ReadonlyMap<string, WorkflowPlan>;
}

/** A workflow as it is written, planned and compiled. */
interface CompiledWorkflow {
  readonly workflow: Workflow;
  readonly plan: WorkflowPlan;
  readonly config: WorkflowConfig;
}

/** A workflow with its steps as they are written and as they are compiled. */
export function toWorkflowView(
  { workflow, plan, config }: CompiledWorkflow,
  context: ViewContext,
): WorkflowView {
  const graph = toWorkflowGraph(config);
  const written = new Map(workflow.steps.map((step) => [step.stepId, step]));
  const steps = plan.steps.flatMap((each): readonly StepView[] => {
    const step = written.get(each.stepId);
    const key = graph.keyOf.get(each.stepId);
    const state = key === undefined ? undefined : config.states[key];
    if (step === undefined || key === undefined || state === undefined) return [];
    return [{ ...toStepView(step, each, workflow, context), key, state }];
  });
  const stepAt = new Map(steps.map((step) => [step.key, step]));
  const components = componentsOf(graph);
  const { related, plans, unit } = context;
  const { document } = unit;
  const isRunElsewhere = (workflowId: string): boolean => {
    const other = plans.get(workflowId);
    // Nothing is known of one that was left out.
    return other === undefined || related.mayRunBefore(other, plan);
  };
  return {
    document,
    workflow,
    plan,
    steps,
    stepAt,
    graph,
    components,
    isRunElsewhere,
  };
}

function toStepView(
  step: Step,
  plan: StepPlan,
  workflow: Workflow,
  context: ViewContext,
): Omit<StepView, 'key' | 'state'> {
  const own: OwnOutputs = {
    stepId: step.stepId,
    outputs: parseTemplate(plan.outputs).template,
  };
  const views = new Views(context, own);
  return {
    step,
    plan,
    own,
    success: step.successCriteria.map((each) =>
      views.criterion(each, `${each.path}/condition`),
    ),
    onSuccess: plan.onSuccess.flatMap((action) =>
      views.action(action, step.onSuccess, workflow.successActions),
    ),
    onFailure: plan.onFailure.flatMap((action) =>
      views.action(action, step.onFailure, workflow.failureActions),
    ),
    api: toOperationView(plan, context),
  };
}

type WrittenAction = SuccessAction | FailureAction;

/** Makes the views of what one step has. */
class Views {
  readonly #context: ViewContext;
  readonly #own: OwnOutputs;

  constructor(context: ViewContext, own: OwnOutputs) {
    this.#context = context;
    this.#own = own;
  }

  criterion(criterion: Criterion, path: string): CriterionView {
    const parsed = parseCriterionOnce(criterion, this.#context.engines);
    const program = parsed.ok ? parsed.value : undefined;
    const unread = parsed.ok ? undefined : neverHolds(criterion, parsed.error);
    const reading = readCriterion(program ?? (unread as never), this.#own);
    return { criterion, path, program, reading };
  }

  action(
    action: ActionPlan,
    own: readonly (WrittenAction | Reusable)[],
    inherited: readonly (WrittenAction | Reusable)[],
  ): readonly ActionView[] {
    const mine = this.#find(action.name, own);
    const found = mine ?? this.#find(action.name, inherited);
    if (found === undefined) return [];
    const { written, path } = found;
    const isReferred = path !== written.path;
    const criteria = written.criteria.map((each) =>
      this.criterion(each, isReferred ? path : `${each.path}/condition`),
    );
    const on = written.kind === 'successAction' ? 'success' : 'failure';
    return [{ action, written, on, path, isInherited: mine === undefined, criteria }];
  }

  #find(
    name: string,
    list: readonly (WrittenAction | Reusable)[],
  ): { readonly written: WrittenAction; readonly path: string } | undefined {
    for (const item of list) {
      const written = item.kind === 'reusable' ? this.#component(item) : item;
      if (written?.name === name) return { written, path: item.path };
    }
    return undefined;
  }

  #component({ reference }: Reusable): WrittenAction | undefined {
    const { components } = this.#context.unit.document;
    const [, section, name = ''] =
      /^\$components\.(successActions|failureActions)\.(.+)$/su.exec(reference) ?? [];
    const all: Readonly<Record<string, WrittenAction>> =
      section === 'successActions'
        ? components.successActions
        : components.failureActions;
    return Object.hasOwn(all, name) ? all[name] : undefined;
  }
}
