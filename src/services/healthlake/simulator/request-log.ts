/** A request that the simulator got, and what came of it. */
export interface LoggedRequest {
  /** When it came, in milliseconds on the clock. */
  readonly at: number;
  /** The name after `HealthLake.`, known or not; empty when there was none. */
  readonly operation: string;
  /** The parsed body; `undefined` when it was not JSON. */
  readonly body: unknown;
  /** The status of the answer; absent while it is on its way. */
  readonly status?: number;
  /** Why there is no answer. */
  readonly failure?: 'reset' | 'aborted';
}

type MutableLoggedRequest = {
  -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key];
};

const capacity = 10_000;

/** Appends a request and gives the entry back to be completed. The oldest are forgotten at last. */
export function logRequest(
  log: LoggedRequest[],
  request: Pick<LoggedRequest, 'at' | 'operation' | 'body'>,
): MutableLoggedRequest {
  const entry: MutableLoggedRequest = { ...request };
  if (log.length >= capacity) log.shift();
  log.push(entry);
  return entry;
}
