import type { CallEnd, PathEvent, WaitEnd } from '../../analysis/paths/path.ts';

/** An event that the driver brings about itself. */
export interface DrivenEvent {
  readonly event: PathEvent;
  /** Index, in the path, of the event that it is or belongs to. */
  readonly index: number;
  /** How many workflows it is within. */
  readonly depth: number;
  /** Where the outermost machine is afterwards, when that is known. */
  readonly leadsTo?: string;
}

/**
 * The events of a path in the order in which they happen. A workflow that is traversed in place ends with
 * its last event, and the event of whoever called it follows by itself.
 */
export function flattenEvents(
  events: readonly PathEvent[],
  depth = 0,
): readonly DrivenEvent[] {
  const driven: DrivenEvent[] = [];
  for (const [index, event] of events.entries()) {
    const inner = withinOf(event);
    const last =
      inner === undefined
        ? { event, index, depth }
        : addWithin(driven, flattenEvents(inner, depth + 1), index);
    // A workflow that ends at once does so together with what happened before.
    if (last !== undefined)
      driven.push(depth === 0 ? { ...last, leadsTo: event.leadsTo } : last);
  }
  return driven;
}

/** Adds all but the last of the events within a workflow, and gives that one back. */
function addWithin(
  driven: DrivenEvent[],
  inner: readonly DrivenEvent[],
  index: number,
): DrivenEvent | undefined {
  const own = inner.map((each) => ({ ...each, index }));
  driven.push(...own.slice(0, -1));
  return own.at(-1) ?? driven.pop();
}

function withinOf(event: CallEnd | WaitEnd): readonly PathEvent[] | undefined {
  return event.type === 'call' ? event.within?.events : undefined;
}
