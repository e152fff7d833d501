export type {
  CompileOptions,
  ImportOptions,
  Json,
  JsonObject,
  SourceOperations,
  SourceUse,
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
  OperationAnswer,
  OperationKnowledge,
  OperationReference,
  OperationRequest,
  Service,
} from './services/service.ts';
export { importArazzo } from './import-arazzo.ts';
export type { Arazzo } from './import-arazzo.ts';
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
  WaitEvent,
  WorkflowContext,
  WorkflowMachine,
  WorkflowOutput,
} from './machines/index.ts';
