import type { CallEnd, PathEvent, WaitEnd } from '../../analysis/paths/path.ts';

/** An event that the driver brings about itself. */
export interface DrivenEvent {
  readonly event: PathEvent;
  /** Index, in the path, of the event that it is or belongs to. */
  readonly index: number;
  /** How many workflows begin, one within the other, before it happens. */
  readonly opens: number;
  /** Where the outermost machine is afterwards, when that is known. */
  readonly leadsTo?: string;
}

/**
 * The events of a path in the order in which they happen. A workflow that is traversed in place ends with
 * its last event, and the event of whoever called it follows by itself.
 */
export function flattenEvents(events: readonly PathEvent[]): readonly DrivenEvent[] {
  const driven: DrivenEvent[] = [];
  for (const [index, event] of events.entries()) {
    const last = driven.length;
    flatten(event, { index, opens: 0 }, driven);
    // A workflow that ends at once does so together with what happened before.
    const end = driven.length > last ? driven.length - 1 : last - 1;
    const ending = driven[end];
    if (ending !== undefined) driven[end] = { ...ending, leadsTo: event.leadsTo };
  }
  return driven;
}

function flatten(
  event: PathEvent,
  { index, opens }: Pick<DrivenEvent, 'index' | 'opens'>,
  driven: DrivenEvent[],
): void {
  const inner = withinOf(event);
  if (inner === undefined) {
    driven.push({ event, index, opens });
    return;
  }
  for (const [position, each] of inner.entries())
    flatten(each, { index, opens: position === 0 ? opens + 1 : 0 }, driven);
}

function withinOf(event: CallEnd | WaitEnd): readonly PathEvent[] | undefined {
  return event.type === 'call' ? event.within?.events : undefined;
}
