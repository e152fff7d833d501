import type { JsonRecord } from '../../machines/types.ts';
import type {
  PathResult,
  SentRequest,
  WorkflowReport,
} from '../run-paths/path-result.ts';
import { createConceal } from './conceal.ts';
import type { Conceal } from './conceal.ts';
import type { RecordedPath, RecordedRequest, Recording } from './recording.ts';
import { withoutDerivedTokens } from './without-derived-tokens.ts';

/** What the paths of workflows did, for later: see {@link Recording}. */
export function toRecording(reports: readonly WorkflowReport[]): Recording {
  const workflows = reports.map(
    ({ workflowId, paths }) =>
      [
        workflowId,
        toSortedRecord(paths.map((path) => [path.name, toRecordedPath(path)])),
      ] as const,
  );
  return { version: 1, workflows: toSortedRecord(workflows) };
}

/** What happened on a path, as it is kept. */
export function toRecordedPath({
  inputs,
  requests,
  outputs,
  steps,
  criteria,
  waits,
  end,
  secrets,
}: PathResult): RecordedPath {
  const conceal = createConceal(secrets);
  return {
    inputs: conceal(inputs.values) as JsonRecord,
    requests: requests.map((request) => toRecordedRequest(request, conceal)),
    outputs: conceal(outputs) as JsonRecord,
    steps: conceal(steps) as RecordedPath['steps'],
    criteria,
    waits,
    end,
  };
}

function toRecordedRequest(
  { stepId, call, parameters, body }: SentRequest,
  conceal: Conceal,
): RecordedRequest {
  const entries = parameters.map(
    ({ name, in: place, value }) => [`${place} ${name}`, value] as const,
  );
  return {
    stepId,
    call,
    parameters: conceal(Object.fromEntries(entries)) as JsonRecord,
    ...(body === undefined ? {} : { body: conceal(withoutDerivedTokens(body, stepId)) }),
  };
}

function toSortedRecord<Value>(
  entries: readonly (readonly [string, Value])[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    entries.toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
