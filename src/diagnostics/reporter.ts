import type { Diagnostic, Range } from './diagnostic.ts';

/** A diagnostic before it has a place in a text; an error unless it says otherwise. */
export type Problem = Omit<Diagnostic, 'range' | 'severity'> &
  Partial<Pick<Diagnostic, 'severity'>>;

/** Takes note of something wrong. */
export type Report = (problem: Problem) => void;

/** Collects problems of one document and gives them their places. */
export function createReporter(rangeAt: (path: string) => Range): {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (problem) => {
      diagnostics.push({ severity: 'error', ...problem, range: rangeAt(problem.path) });
    },
  };
}
