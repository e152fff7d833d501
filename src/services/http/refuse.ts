import { OperationError } from '../../diagnostics/index.ts';

/** Gives up a request before anything is sent. */
export function refuse(message: string): never {
  throw new OperationError('INVALID_REQUEST', message);
}
