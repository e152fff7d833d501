import type { PathProblem, PathResult } from '../run-paths/path-result.ts';
import { pathEvents } from './path-events.ts';

/** What was not as it should be on a path, as plain text: where, what was expected, what was seen. */
export function describeProblem(problem: PathProblem, path: PathResult): string {
  const { kind, message, expected, actual } = problem;
  const values = [
    expected === undefined ? [] : [`  expected ${JSON.stringify(expected)}`],
    actual === undefined ? [] : [`  seen     ${JSON.stringify(actual)}`],
  ].flat();
  return [`${kind}${placeOfProblem(problem, path)}: ${message}`, ...values].join('\n');
}

/** The event of a path after which a problem was seen: ` after pollDatastore CREATING (event 2 of 5)`. */
export function placeOfProblem(
  { kind, event: index, stepId }: PathProblem,
  { events }: PathResult,
): string {
  const event = index === undefined ? undefined : events[index];
  if (event !== undefined) {
    const label = pathEvents({ events: [event] }).at(-1)?.label ?? '';
    return ` after ${label} (event ${(index ?? 0) + 1} of ${events.length})`;
  }
  // What is said about a recording names the step.
  return stepId === undefined || kind === 'recording' ? '' : ` in ${stepId}`;
}
