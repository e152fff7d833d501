/** A status and when it begins; `Infinity` is never. */
export interface Stage {
  readonly status: string;
  readonly at: number;
}

/** The statuses that a resource goes through, in order. Reading the clock is all it takes to move. */
export type Timeline = readonly [Stage, ...Stage[]];

/** The stage at a point in time. */
export function stageAt(timeline: Timeline, now: number): Stage {
  return timeline.findLast(({ at }) => at <= now) ?? timeline[0];
}

/** The timeline as it was until now, and from now on another one. */
export function divert(timeline: Timeline, now: number, stages: Timeline): Timeline {
  const [first, ...rest] = timeline;
  return [first, ...rest.filter(({ at }) => at <= now), ...stages];
}
