export type {
  ActionConfig,
  ActionGuardParams,
  CallTemplate,
  CompileOptions,
  FailureKind,
  GuardConfig,
  InvokeConfig,
  PlanWaitParams,
  RecordFailureParams,
  StateConfig,
  StepMeta,
  TransitionConfig,
  TransitionKind,
  TransitionMeta,
  WaitReason,
  WorkflowConfig,
  WorkflowMeta,
} from './compile/config.ts';
export type { Json, JsonObject } from './document.ts';
export { importDocument } from './import-document.ts';
export type {
  ImportedDocument,
  ImportedWorkflow,
  ImportOptions,
} from './import-document.ts';
export type { SourceOperations } from './link/link-context.ts';
export type { CriterionPlan } from './plan.ts';
export type {
  ArazzoSource,
  AsyncApiSource,
  DocumentUnit,
  OpenApiSource,
  Source,
} from './sources/document-unit.ts';
export type {
  ReadSource,
  SourceOptions,
  SourceRequest,
  SourceText,
  SuppliedDocument,
} from './sources/source-options.ts';
export type { SourceUse } from './sources/source-use.ts';
