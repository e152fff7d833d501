import { printable } from '../../../diagnostics/index.ts';
import {
  coverageMeasures,
  percentCovered,
} from '../../../testing/reports/percent-covered.ts';
import type { ShownWorkflow } from '../../../testing/reports/shown-workflow.ts';
import { wrapText } from '../../wrap-text.ts';
import type { TerminalSetting } from './terminal-setting.ts';

const shownUncovered = 12;

/** How much of a workflow the paths go through, and what they do not and why. */
export function describeCoverage(
  { coverage, uncovered, cut }: ShownWorkflow,
  setting: TerminalSetting,
): readonly string[] {
  const { style, columns, verbose } = setting;
  const counts = coverageMeasures.map((measure) => {
    const { covered, total } = coverage[measure];
    const look = percentCovered(coverage[measure]) === 100 ? 'green' : 'yellow';
    return `${measure} ${style(look, `${covered}/${total}`)}`;
  });
  const shown = verbose ? uncovered : uncovered.slice(0, shownUncovered);
  const more = uncovered.length - shown.length;
  return [
    `  ${style('bold', 'covered')}  ${counts.join(' · ')}`,
    ...(shown.length === 0 ? [] : [`  ${style('bold', 'not covered')}`]),
    ...shown.flatMap(({ what, why }) => [
      ...wrapText(printable(what), columns, '    '),
      ...wrapText(printable(why), columns, '      ').map((line) => style('dim', line)),
    ]),
    ...(more === 0 ? [] : [style('dim', `    … ${more} more: --verbose lists them`)]),
    ...(cut === undefined
      ? []
      : wrapText(printable(cut), columns, '  ').map((line) => style('yellow', line))),
  ];
}
