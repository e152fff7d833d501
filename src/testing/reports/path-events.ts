import type { CallEnd, Path, PathEvent } from '../../analysis/paths/path.ts';

/** An event of a path in a few words, those of called workflows before the end of their call. */
export interface ShownEvent {
  /** `pollDatastore CREATING`, `wait`, `login: getToken 200`. */
  readonly label: string;
  readonly event: PathEvent;
}

/** What happens on a path, as one list. */
export function pathEvents({ events }: Pick<Path, 'events'>): readonly ShownEvent[] {
  return flatten(events, '');
}

function flatten(events: readonly PathEvent[], within: string): readonly ShownEvent[] {
  return events.flatMap((event) => {
    const shown = { label: `${within}${labelOf(event)}`, event };
    if (event.type === 'wait' || event.within === undefined) return [shown];
    const { workflowId, events: inner } = event.within;
    return [...flatten(inner, `${within}${workflowId}: `), shown];
  });
}

/** What happens in a called workflow stands before its end already, and not in the name of the case. */
function labelOf(event: PathEvent): string {
  if (event.type === 'wait') return 'wait';
  const { within, reply } = event;
  return within !== undefined && 'output' in reply
    ? `${within.workflowId} ${reply.output.status}`
    : `${nameOfCall(event)} ${event.case}`;
}

/** The step that calls; where the workflow itself does, what it calls. */
function nameOfCall({ stepId, call }: CallEnd): string {
  return stepId ?? call;
}
