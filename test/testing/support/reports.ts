import type { CallEnd, PathEnd, PathEvent } from '../../../src/analysis/paths/path.ts';
import type {
  PathResult,
  WorkflowReport,
} from '../../../src/testing/run-paths/path-result.ts';

/** The end of a call: `call('pollDatastore CREATING')`. */
export function call(text: string, more: Partial<CallEnd> = {}): CallEnd {
  const [stepId = '', name = ''] = text.split(/ (.*)/u);
  return {
    type: 'call',
    stepId,
    call: `${stepId}Operation`,
    case: name,
    kind: 'action',
    reason: `${name} is answered`,
    reply: { answer: { statusCode: 200, headers: {}, body: { status: name } } },
    leadsTo: 'next',
    ...more,
  };
}

/** The end of a wait. */
function wait(stepId: string): PathEvent {
  return { type: 'wait', stepId, leadsTo: stepId };
}

/** A path that passed: `path('create 200 → poll CREATING → wait → poll ACTIVE → completed')`. */
export function path(name: string, more: Partial<PathResult> = {}): PathResult {
  const parts = name.split(' → ');
  const events = parts
    .slice(0, -1)
    .map((part, index) =>
      part === 'wait' ? wait(parts[index - 1]?.split(' ')[0] ?? '') : call(part),
    );
  return {
    name,
    inputs: { name: 'all inputs', values: { name: 'Tom' } },
    events,
    end: parts.at(-1) as PathEnd,
    result: 'passed',
    problems: [],
    requests: [],
    outputs: {},
    steps: {},
    criteria: [],
    waits: [],
    durationMs: 2,
    ...more,
  };
}

/** A report with these paths. */
export function report(
  paths: readonly PathResult[],
  more: Partial<WorkflowReport> = {},
): WorkflowReport {
  return {
    workflowId: 'pets',
    paths,
    coverage: {
      states: { covered: 9, total: 9 },
      transitions: { covered: 11, total: 12 },
      criteria: { covered: 7, total: 8 },
      actions: { covered: 0, total: 0 },
    },
    uncovered: [
      {
        what: 'transition poll → failed (gone)',
        why: 'The action "late" always catches it.',
      },
    ],
    ...more,
  };
}
