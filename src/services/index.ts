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
} from './service.ts';
