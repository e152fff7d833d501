import { percentCovered, coverageMeasures } from '../percent-covered.ts';
import { hideNothing } from '../hide-path.ts';
import type { HidePath } from '../hide-path.ts';
import { describeProblem } from '../describe-problem.ts';
import type { PathResult, WorkflowReport } from '../../run-paths/path-result.ts';
import { element, lines, text } from '../xml.ts';
import type { Xml } from '../xml.ts';

/** What a JUnit report says besides. */
export interface JUnitOptions {
  /** The document that the workflows are in; what the suites are a package of. */
  readonly document: string;
  /** When the paths were run, in milliseconds since 1970. */
  readonly at: number;
  /** Takes out of a path what nobody is to see. @default nothing is taken out */
  readonly hide?: HidePath;
}

/**
 * Reports as JUnit XML: a test suite for each workflow with a test case for each path, in the form
 * that both Jenkins and the schema of Apache Ant take.
 */
export function toJUnit(
  reports: readonly WorkflowReport[],
  options: JUnitOptions,
): string {
  const suites = reports.map((report, index) => toSuite(report, index, options));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, lines(suites))}\n`;
}

function toSuite(report: WorkflowReport, id: number, options: JUnitOptions): Xml {
  const { workflowId, paths, gone = [] } = report;
  const failed = paths.filter(({ result }) => result === 'failed').length;
  const attributes = {
    name: workflowId,
    package: options.document,
    id,
    timestamp: new Date(options.at).toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: paths.length + gone.length,
    failures: failed + gone.length,
    errors: 0,
    skipped: paths.filter(({ result }) => result === 'skipped').length,
    time: toSeconds(paths.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
  const content = [
    toProperties(report),
    ...paths.map((path) => toCase(path, workflowId, options)),
    ...gone.map((name) => toGoneCase(name, workflowId)),
    element('system-out', {}, [toOutput(report)]),
    element('system-err', {}),
  ];
  return element('testsuite', attributes, lines(content));
}

function toProperties({ coverage }: WorkflowReport): Xml {
  const properties = coverageMeasures.map((measure) => {
    const { covered, total } = coverage[measure];
    const percent = Math.floor(percentCovered(coverage[measure]) * 10) / 10;
    return { name: `coverage.${measure}`, value: `${covered}/${total} (${percent} %)` };
  });
  return element(
    'properties',
    {},
    properties.map((property) => element('property', property)),
  );
}

function toCase(
  path: PathResult,
  workflowId: string,
  { hide = hideNothing }: JUnitOptions,
): Xml {
  const attributes = {
    name: path.name,
    classname: workflowId,
    time: toSeconds(path.durationMs),
  };
  if (path.result === 'passed') return element('testcase', attributes);
  const { problems, reason = '' } = hide(path);
  if (path.result === 'skipped')
    return element('testcase', attributes, [element('skipped', { message: reason })]);
  const [first] = problems;
  const told = problems.map((problem) => describeProblem(problem, path)).join('\n');
  const failure = {
    message: first?.message ?? 'The path failed.',
    type: first?.kind ?? 'path',
  };
  return element('testcase', attributes, [element('failure', failure, [text(told)])]);
}

function toGoneCase(name: string, workflowId: string): Xml {
  const message = 'This path was recorded and is no longer there.';
  return element('testcase', { name, classname: workflowId, time: toSeconds(0) }, [
    element('failure', { message, type: 'recording' }, [text(message)]),
  ]);
}

function toOutput({ uncovered, cut, remarks = [] }: WorkflowReport): Xml {
  const told = uncovered.map(({ what, why }) => `not covered: ${what}\n  ${why}`);
  return text([...remarks, ...told, ...(cut === undefined ? [] : [cut])].join('\n'));
}

function toSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
