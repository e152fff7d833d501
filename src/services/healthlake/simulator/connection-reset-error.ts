/**
 * Thrown instead of an answer when a fault breaks the connection. Its `code` is the one that a
 * broken connection has in Node, so that the SDK tries again.
 */
export class ConnectionResetError extends Error {
  override name = 'ConnectionResetError' as const;
  readonly code = 'ECONNRESET';

  constructor() {
    super('The simulated connection was reset.');
  }
}
