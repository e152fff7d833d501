import { outermost } from '../../../analysis/paths/place.ts';
import { printable } from '../../../diagnostics/index.ts';
import {
  isUnfinished,
  unfinishedReason,
} from '../../../testing/reports/shown-workflow.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import { wrapText } from '../../wrap-text.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownStates = 5;

/** How many paths come to no end, why, and in which states they stop. */
export function describeUnfinished(
  { paths }: ShownWorkflow,
  { style, columns, verbose }: TerminalSetting,
): readonly string[] {
  const unfinished = paths.filter(isUnfinished);
  if (unfinished.length === 0) return [];
  const states = [...new Set(unfinished.map(stateOf))];
  const shown = verbose ? states : states.slice(0, shownStates);
  const more = states.length - shown.length;
  const others = more === 0 ? '' : ` and ${more} more`;
  const where = `They stop in ${shown.join(', ')}${others}.`;
  const count = unfinished.length === 1 ? '1 path is' : `${unfinished.length} paths are`;
  return [
    '',
    `  ${style('yellow', '?')} ${style('bold', `${count} unfinished`)}`,
    ...wrapText(printable(`${unfinishedReason} ${where}`), columns, '    '),
  ];
}

/** The state that a path stops in, or its step where that has several. */
function stateOf({ events }: ShownWorkflow['paths'][number]): string {
  const last = events.at(-1);
  return last === undefined ? 'the first state' : outermost(last.leadsTo);
}
