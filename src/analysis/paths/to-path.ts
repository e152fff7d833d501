import type { InvokeConfig } from '../../arazzo-import/compile/config.ts';
import { nameOfCall } from '../../machines/created-resource.ts';
import type { CallEnd, Path, PathEnd, PathEvent } from './path.ts';
import type { CallEnding } from './exploration.ts';
import type { GraphEdge } from './graph.ts';
import type { Trail } from './trail.ts';
import { useUpRetries } from './used-up.ts';
import type { Stretch } from './used-up.ts';
import { endOf } from './ways-to-end.ts';

/** Makes a path of a trail. Its name and its events are put together when they are asked for. */
export function toPath(
  trail: Trail,
  { namesInputs }: { readonly namesInputs: boolean },
): Path {
  const { inputs } = trail.start;
  let stretches: readonly Stretch[] | undefined;
  const all = (): readonly Stretch[] => (stretches ??= useUpRetries(trail.edges()));
  let events: readonly PathEvent[] | undefined;
  const end = toPathEnd(trail);
  return {
    get name() {
      const given = namesInputs ? `(${inputs.name}) ` : '';
      return given + [...namesOf(all()), end].join(arrow);
    },
    inputs,
    get events() {
      return (events ??= toEvents(all()));
    },
    end,
  };
}

const arrow = ' → ';

function toPathEnd({ end }: Trail): PathEnd {
  const status = endOf(end);
  return status === undefined || status === 'goto' ? 'unfinished' : status;
}

function toEvents(stretches: readonly Stretch[]): readonly PathEvent[] {
  return stretches.flatMap(({ edges, times }) => {
    const events = edges.map(toEvent);
    return Array.from({ length: times }, () => events).flat();
  });
}

/** What happens on a trail, one after the other. */
export function eventsOfTrail(trail: Trail): readonly PathEvent[] {
  return toEvents(useUpRetries(trail.edges()));
}

/** What happens on a trail, in a line. */
export function nameOfTrail(trail: Trail): string {
  return namesOf(useUpRetries(trail.edges())).join(arrow);
}

function namesOf(stretches: readonly Stretch[]): readonly string[] {
  return stretches.flatMap(({ edges, times }) => {
    const names = edges.map(nameOfEdge);
    return times === 1 ? names : [`(${names.join(arrow)}) ×${times}`];
  });
}

function nameOfEdge({ ending, invoke }: GraphEdge): string {
  if (ending === undefined) return 'wait';
  const { stepId, call } = callOf(invoke);
  return `${stepId ?? call} ${ending.name}`;
}

function toEvent(edge: GraphEdge): PathEvent {
  const { ending, invoke, to } = edge;
  const leadsTo = to.place;
  if ('limitOf' in invoke.input)
    return { type: 'wait', stepId: invoke.input.limitOf, isLimit: true, leadsTo };
  if (ending === undefined) {
    const stepId = 'stepId' in invoke.input ? (invoke.input.stepId ?? '') : '';
    return { type: 'wait', stepId, leadsTo };
  }
  return { type: 'call', ...callOf(invoke), ...describe(ending), ...why(edge), leadsTo };
}

function describe({
  name,
  kind,
  reason,
  reply,
  within,
}: CallEnding): Pick<CallEnd, 'case' | 'kind' | 'reason' | 'reply' | 'within'> {
  return { case: name, kind, reason, reply, ...(within === undefined ? {} : { within }) };
}

function why({ transitions: [first] }: GraphEdge): Pick<CallEnd, 'transition'> {
  const transition = first?.config.meta;
  return transition === undefined ? {} : { transition };
}

function callOf({
  input,
  src,
}: InvokeConfig): Pick<CallEnd, 'stepId' | 'call' | 'isWorkflow'> {
  const stepId =
    'limitOf' in input ? input.limitOf : 'stepId' in input ? input.stepId : undefined;
  const call =
    'workflow' in input
      ? input.workflow.workflowId
      : 'operation' in input || 'channel' in input
        ? nameOfCall(input)
        : src;
  return {
    ...(stepId === undefined ? {} : { stepId }),
    call,
    ...('workflow' in input ? { isWorkflow: true } : {}),
  };
}
