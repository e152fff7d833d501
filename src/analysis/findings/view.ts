import type { StateConfig } from '../../arazzo-import/compile/config.ts';
import type {
  ArazzoDocument,
  Criterion,
  FailureAction,
  Step,
  SuccessAction,
  Workflow,
} from '../../arazzo-import/document.ts';
import type { ActionPlan, StepPlan, WorkflowPlan } from '../../arazzo-import/plan.ts';
import type { SchemaNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Problem, Severity } from '../../diagnostics/index.ts';
import type { CriterionProgram } from '../../expressions/index.ts';
import type { JsonSchema, OpenApiOperation } from '../../openapi/index.ts';
import type {
  OperationKnowledge,
  OperationReference,
  OperationSchemas,
} from '../../services/service.ts';
import type { OwnOutputs } from '../cases/statuses/body-keys.ts';
import type { CriterionReading } from './criteria/demand.ts';
import type { Component } from './graph/components-of.ts';
import type { WorkflowGraph } from './graph/workflow-graph.ts';

/** Something that was found; where it stands in the text is looked up later. */
export type Finding = Problem & {
  readonly severity: Exclude<Severity, 'error'>;
  /** Whether the key is shown in place of the value. @default 'value' */
  readonly target?: 'key';
};

/** What services know about operations, as far as the caller can tell. */
export interface ServiceFacts {
  readonly knowledgeOf?:
    ((operation: OperationReference) => OperationKnowledge | undefined) | undefined;
  /** The schemas of an operation that no OpenAPI description tells of: of an AWS client. */
  readonly schemasOf?:
    ((operation: OperationReference) => OperationSchemas | undefined) | undefined;
  /** The status codes of its good answers, where no OpenAPI description tells them. */
  readonly goodStatusesOf?:
    ((operation: OperationReference) => readonly number[] | undefined) | undefined;
}

/** A workflow with everything that is known about it, ready to be looked at. */
export interface WorkflowView {
  readonly document: ArazzoDocument;
  readonly workflow: Workflow;
  readonly plan: WorkflowPlan;
  readonly steps: readonly StepView[];
  /** By the key of the state. */
  readonly stepAt: ReadonlyMap<string, StepView>;
  readonly graph: WorkflowGraph;
  /** The loops among its states; a state outside of them is alone. */
  readonly components: ReadonlyMap<string, Component>;
  /** Whether another workflow of the document may have run before, other than by a step of this one. */
  readonly isRunElsewhere: (workflowId: string) => boolean;
}

/** A step: as it is written, as it is planned, and as a state. */
export interface StepView {
  readonly step: Step;
  readonly plan: StepPlan;
  /** The key of its state. */
  readonly key: string;
  readonly state: StateConfig;
  readonly success: readonly CriterionView[];
  /** All of its actions in the order in which they are tried. */
  readonly onSuccess: readonly ActionView[];
  readonly onFailure: readonly ActionView[];
  readonly own: OwnOutputs;
  readonly api: OperationView;
}

/** What is known about the operation that a step calls. */
export interface OperationView {
  readonly knowledge: OperationKnowledge | undefined;
  /** What its OpenAPI description says, unless it is an AWS API. */
  readonly described: OpenApiOperation | undefined;
  readonly input: JsonSchema | undefined;
  /** Where no description tells them. */
  readonly goodStatuses: readonly number[] | undefined;
  /** How the API names it. */
  readonly name: string;
  /** The schemas of the bodies that may be there where criteria hold; `undefined` when any body may be. */
  readonly answers: (
    programs: readonly CriterionProgram[],
  ) => readonly SchemaNode[] | undefined;
}

/** A criterion, where it stands, and what it demands. */
export interface CriterionView {
  readonly criterion: Criterion;
  /** Where findings about it belong. */
  readonly path: string;
  /** Absent when it cannot be read, which was reported. */
  readonly program: CriterionProgram | undefined;
  readonly reading: CriterionReading;
}

/** An action of a step, its own or one that the workflow gives to all of its steps. */
export interface ActionView {
  readonly action: ActionPlan;
  readonly written: SuccessAction | FailureAction;
  readonly on: 'success' | 'failure';
  readonly path: string;
  readonly isInherited: boolean;
  readonly criteria: readonly CriterionView[];
}

/** The criteria that can be read, as programs. */
export function programsOf(
  criteria: readonly CriterionView[],
): readonly CriterionProgram[] {
  return criteria.flatMap(({ program }) => program ?? []);
}

/** What criteria demand. */
export function readingsOf(
  criteria: readonly CriterionView[],
): readonly CriterionReading[] {
  return criteria.map(({ reading }) => reading);
}

/** Whether an action leads back to its own step. */
export function leadsBack({ action }: ActionView, stepId: string): boolean {
  return (
    action.type === 'retry' ||
    (action.type === 'goto' &&
      action.target.kind === 'step' &&
      action.target.stepId === stepId)
  );
}
