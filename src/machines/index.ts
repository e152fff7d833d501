export type { WorkflowMachine } from './create-machine.ts';
export type {
  InputProblem,
  ValidateInputs,
} from '../arazzo-import/inputs/input-problem.ts';
export { loadWorkflow } from './load-workflow.ts';
export type { DescriptionOf, LoadedWorkflow, MachineOptions } from './load-workflow.ts';
export type { OperationInput, OperationLogic } from './operation-actor.ts';
export type { MessageInput, MessageLogic } from './message-actor.ts';
export { createdSoFar } from './created-so-far.ts';
export type {
  CalledOutput,
  CompletedWorkflow,
  CompletedWorkflows,
  CreatedResource,
  Failure,
  Handover,
  JsonRecord,
  LastCall,
  PlannedWait,
  StepRecord,
  UnmetCriterion,
  WorkflowCall,
  WorkflowContext,
  WorkflowOutput,
} from './types.ts';
export { observeRun } from './observe-run.ts';
export type {
  AnswerEvent,
  CallEvent,
  EndEvent,
  EnterEvent,
  LeaveEvent,
  RunEvent,
  WaitEvent,
} from './run-events.ts';
export { toStately } from './to-stately.ts';
export { valueAt } from './value-at.ts';
