import type { OperationView } from './view.ts';

/** What is known of a step that calls something else than an operation. */
export const unknownOperation: OperationView = {
  knowledge: undefined,
  described: undefined,
  input: undefined,
  goodStatuses: undefined,
  name: '',
  answers: () => undefined,
};
