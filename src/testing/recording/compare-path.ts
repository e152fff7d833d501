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
    ...compareCriteria(recorded.criteria, actual.criteria),
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

/** Criteria as a whole: one that is dropped moves all that follow. */
function compareCriteria(
  expected: readonly string[],
  actual: readonly string[],
): readonly PathProblem[] {
  const gone = without(expected, actual).map((criterion) => ({
    kind: 'recording' as const,
    message: 'A criterion that was recorded is not looked at, or turns out otherwise.',
    expected: criterion,
  }));
  const added = without(actual, expected).map((criterion) => ({
    kind: 'recording' as const,
    message: 'A criterion is looked at, or turns out, as was not recorded.',
    actual: criterion,
  }));
  if (gone.length + added.length > 0) return [...gone, ...added];
  return compare('The criteria are looked at in another order', expected, actual).slice(
    0,
    1,
  );
}

/** The texts that are there more often than in another list, each once. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  const missing = texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
  return [...new Set(missing)];
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
