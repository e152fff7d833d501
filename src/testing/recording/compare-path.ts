import type { Json } from '../../arazzo-import/document.ts';
import type { PathProblem, PathResult } from '../run-paths/path-result.ts';
import { jsonDifferences } from './json-differences.ts';
import type { JsonDifference } from './json-differences.ts';
import type { RecordedPath, RecordedRequest } from './recording.ts';
import { toRecordedPath } from './to-recording.ts';

/** In what a path differs from what was recorded of it; `undefined` when nothing was. */
export function comparePath(
  path: PathResult,
  recorded: RecordedPath | undefined,
): readonly PathProblem[] {
  if (recorded === undefined)
    return [{ kind: 'recording', message: 'This path is new: it was not recorded.' }];
  const actual = toRecordedPath(path);
  return [
    ...compare('The inputs differ', recorded.inputs, actual.inputs),
    ...compareRequests(recorded.requests, actual.requests),
    ...compare('The outputs differ', recorded.outputs, actual.outputs),
    ...compare('The outputs of steps differ', recorded.steps, actual.steps),
    ...compare('The criteria differ', recorded.criteria, actual.criteria),
    ...compare('The waits differ, in milliseconds,', recorded.waits, actual.waits),
    ...compare('The end differs', recorded.end, actual.end),
  ];
}

/** Requests in order; after one that is of another step nothing can be compared any more. */
function compareRequests(
  expected: readonly RecordedRequest[],
  actual: readonly RecordedRequest[],
): readonly PathProblem[] {
  const count = Math.max(expected.length, actual.length);
  const problems: PathProblem[] = [];
  for (let index = 0; index < count; index += 1) {
    const [left, right] = [expected[index], actual[index]];
    const place = { stepId: (right ?? left)?.stepId ?? '' };
    if (left?.stepId !== right?.stepId)
      return [...problems, { ...otherStep(index, left, right), ...place }];
    const about = `Request ${index + 1} (${right?.stepId ?? ''}) differs`;
    const found = compare(about, toJson(left), toJson(right));
    problems.push(...found.map((problem) => ({ ...problem, ...place })));
  }
  return problems;
}

function otherStep(
  index: number,
  expected: RecordedRequest | undefined,
  actual: RecordedRequest | undefined,
): PathProblem {
  return {
    kind: 'recording',
    message: `Request ${index + 1} is not the one that was recorded.`,
    ...(expected === undefined ? {} : { expected: nameOf(expected) }),
    ...(actual === undefined ? {} : { actual: nameOf(actual) }),
  };
}

function nameOf({ stepId, call }: RecordedRequest): string {
  return `${stepId}: ${call}`;
}

function toJson(request: RecordedRequest | undefined): Json {
  if (request === undefined) return null;
  const { stepId: _stepId, ...rest } = request;
  return rest;
}

function compare(about: string, expected: Json, actual: Json): readonly PathProblem[] {
  return jsonDifferences(expected, actual).map((difference) =>
    toProblem(about, difference),
  );
}

function toProblem(about: string, { at, ...values }: JsonDifference): PathProblem {
  const place = at === '' ? '' : ` at ${at}`;
  return { kind: 'recording', message: `${about}${place}.`, ...values };
}
