export type {
  CompileOptions,
  FailureKind,
  ImportOptions,
  Json,
  JsonObject,
  ReadSource,
  SourceOperations,
  SourceOptions,
  SourceRequest,
  SourceText,
  SourceUse,
  SuppliedDocument,
  TransitionKind,
  TransitionMeta,
  WaitReason,
  WorkflowConfig,
} from './arazzo-import/index.ts';
export {
  ArazzoError,
  ArazzoImportError,
  formatDiagnostic,
  OperationError,
  toPlainDiagnostic,
} from './diagnostics/index.ts';
export type {
  Diagnostic,
  DiagnosticCode,
  OperationErrorCode,
  PlainDiagnostic,
  Range,
  Severity,
} from './diagnostics/index.ts';
export type {
  CallOptions,
  CreatedKnowledge,
  OperationAnswer,
  OperationKnowledge,
  OperationParameter,
  OperationReference,
  OperationRequest,
  Service,
  StatusKnowledge,
} from './services/service.ts';
export { importArazzo } from './import-arazzo.ts';
export type { Arazzo, ImportArazzoOptions, ImportedSource } from './import-arazzo.ts';
export { loadWorkflow, observeRun, toStately } from './machines/index.ts';
export type {
  AnswerEvent,
  CallEvent,
  CreatedResource,
  EndEvent,
  Failure,
  InputProblem,
  JsonRecord,
  LoadedWorkflow,
  MachineOptions,
  OperationInput,
  OperationLogic,
  PlannedWait,
  RunEvent,
  StepRecord,
  UnmetCriterion,
  ValidateInputs,
  WaitEvent,
  WorkflowContext,
  WorkflowMachine,
  WorkflowOutput,
} from './machines/index.ts';
