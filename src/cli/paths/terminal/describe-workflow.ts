import { printable } from '../../../diagnostics/index.ts';
import {
  isFailed,
  isResult,
  isSkipped,
  isUnfinished,
} from '../../../testing/reports/shown-workflow.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import { describeCoverage } from './describe-coverage.ts';
import { describeFailures } from './describe-failures.ts';
import { describeSkipped } from './describe-skipped.ts';
import { describeTree } from './describe-tree.ts';
import { describeUnfinished } from './describe-unfinished.ts';
import type { TerminalSetting } from './terminal-setting.ts';

/** A workflow for people: its paths as a tree, those that failed, what is covered and what is not. */
export function describeWorkflow(
  workflow: ShownWorkflow,
  setting: TerminalSetting,
): string {
  const { style } = setting;
  const failures = describeFailures(workflow, setting);
  const lines = [
    `${style('bold', printable(workflow.workflowId))}  ${countPaths(workflow, setting)}`,
    ...describeTree(workflow, setting),
    ...failures,
    ...describeSkipped(workflow, setting),
    ...describeUnfinished(workflow, setting),
    '',
    ...describeCoverage(workflow, setting),
    ...describeHopelessness(workflow, setting),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** All paths may pass, and the workflow may still be good for nothing. */
function describeHopelessness(
  { workflowId, paths }: ShownWorkflow,
  { style }: TerminalSetting,
): readonly string[] {
  if (paths.length === 0 || paths.some(({ end }) => end === 'completed')) return [];
  const line = `No path of ${printable(workflowId)} is completed.`;
  return ['', `  ${style('yellow', line)}`];
}

function countPaths(
  { paths, gone = [] }: ShownWorkflow,
  { style }: TerminalSetting,
): string {
  const count = `${paths.length} ${paths.length === 1 ? 'path' : 'paths'}`;
  const failed = paths.filter(isFailed).length;
  const skipped = paths.filter(isSkipped).length;
  const unfinished = paths.filter(isUnfinished).length;
  const parts = [
    failed === 0 ? undefined : `${failed} failed`,
    gone.length === 0 ? undefined : `${gone.length} gone`,
    skipped === 0 ? undefined : `${skipped} skipped`,
    unfinished === 0 ? undefined : `${unfinished} unfinished`,
  ].filter((part) => part !== undefined);
  const look = failed + gone.length === 0 ? 'yellow' : 'red';
  if (parts.length > 0) return `${count}: ${style(look, parts.join(', '))}`;
  return paths.some(isResult) ? style('green', `${count} passed`) : count;
}
