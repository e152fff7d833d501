import type { SentRequest } from '../../run-paths/path-result.ts';
import type { ShownEvent } from '../path-events.ts';

/** Requests, and the events that answered them. */
export interface PairedRequests {
  readonly byEvent: ReadonlyMap<ShownEvent, SentRequest>;
  /** Those that no event answered. */
  readonly rest: readonly SentRequest[];
}

/** Finds the event that answered each request: the next end of a call of the same step. */
export function pairRequests(
  events: readonly ShownEvent[],
  requests: readonly SentRequest[],
): PairedRequests {
  const byEvent = new Map<ShownEvent, SentRequest>();
  let next = 0;
  for (const shown of events) {
    const request = requests[next];
    const { event } = shown;
    if (request === undefined || event.type !== 'call') continue;
    if (event.stepId !== request.stepId) continue;
    byEvent.set(shown, request);
    next += 1;
  }
  return { byEvent, rest: requests.slice(next) };
}
