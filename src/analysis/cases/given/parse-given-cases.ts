import { isObject } from '../../../arazzo-import/is-object.ts';
import { formatPointer } from '../../../expressions/index.ts';
import { didYouMean } from '../../../diagnostics/index.ts';
import { checkGivenCase } from './check-given-case.ts';
import type { GivenCases, GivenProblem } from './given-case.ts';

/** What a cases file holds, and what is wrong with it. */
export interface ParsedGivenCases {
  /** Empty when something is wrong. */
  readonly given: GivenCases;
  readonly problems: readonly GivenProblem[];
}

type Path = readonly (string | number)[];

/** Reads the content of a cases file (see {@link GivenCases}). Never throws. */
export function parseGivenCases(content: unknown): ParsedGivenCases {
  const problems: GivenProblem[] = [];
  const report = (path: Path, message: string): void => {
    problems.push({ path: formatPointer(path), message });
  };
  if (isObject(content))
    for (const [workflowId, workflow] of Object.entries(content))
      checkWorkflow(workflow, [workflowId], report);
  else report([], 'This must be an object with a member for each workflow.');
  return { given: problems.length === 0 ? (content as GivenCases) : {}, problems };
}

type Report = (path: Path, message: string) => void;

function checkWorkflow(workflow: unknown, path: Path, report: Report): void {
  if (!isObject(workflow)) {
    report(path, 'This must be an object with "steps" or "inputs".');
    return;
  }
  for (const [key, value] of Object.entries(workflow)) {
    if (key === 'steps') checkSteps(value, [...path, key], report);
    else if (key === 'inputs') checkInputs(value, [...path, key], report);
    else {
      const hint = didYouMean(key, ['steps', 'inputs']) ?? 'Steps belong under "steps".';
      report([...path, key], `"${key}" means nothing here. ${hint}`);
    }
  }
}

function checkSteps(steps: unknown, path: Path, report: Report): void {
  if (!isObject(steps)) {
    report(path, 'This must be an object with a list of cases for each step.');
    return;
  }
  for (const [stepId, cases] of Object.entries(steps)) {
    if (!Array.isArray(cases)) report([...path, stepId], 'This must be a list of cases.');
    else
      for (const [index, each] of cases.entries())
        for (const { keys, message } of checkGivenCase(each))
          report([...path, stepId, index, ...keys], message);
  }
}

function checkInputs(inputs: unknown, path: Path, report: Report): void {
  if (!Array.isArray(inputs)) {
    report(path, 'This must be a list.');
    return;
  }
  for (const [index, each] of inputs.entries()) {
    const isFine =
      isObject(each) && typeof each['name'] === 'string' && isObject(each['values']);
    if (!isFine)
      report([...path, index], 'This must have a "name" and "values", an object.');
  }
}
