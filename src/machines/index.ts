export type { WorkflowMachine } from './create-machine.ts';
export type {
  InputProblem,
  ValidateInputs,
} from '../arazzo-import/inputs/input-problem.ts';
export { loadWorkflow } from './load-workflow.ts';
export type { LoadedWorkflow, MachineOptions } from './load-workflow.ts';
export type { OperationInput, OperationLogic } from './operation-actor.ts';
export type {
  CreatedResource,
  Failure,
  JsonRecord,
  PlannedWait,
  StepRecord,
  UnmetCriterion,
  WorkflowContext,
  WorkflowOutput,
} from './types.ts';
export { observeRun } from './observe-run.ts';
export type {
  AnswerEvent,
  CallEvent,
  EndEvent,
  RunEvent,
  WaitEvent,
} from './observe-run.ts';
export { toStately } from './to-stately.ts';
export { addCreated, maybeCreatedBy } from './created-resource.ts';
export { valueAt } from './value-at.ts';
