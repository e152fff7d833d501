import type { Coverage, Uncovered } from '../../../analysis/coverage/coverage.ts';
import { coverageMeasures, percentCovered } from '../percent-covered.ts';
import type { CoverageMeasure } from '../percent-covered.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** How much is covered, as bars. */
export function coverageBars(coverage: Coverage): Markup {
  const bars = coverageMeasures.map((measure) => coverageBar(measure, coverage));
  return markup`<div class="bars">${bars}</div>`;
}

function coverageBar(measure: CoverageMeasure, coverage: Coverage): Markup {
  const { covered, total } = coverage[measure];
  const percent = percentCovered(coverage[measure]);
  const look = percent === 100 ? 'all' : 'part';
  return markup`<div><div class="measure"><span>${measure}</span><span class="faint">${covered}/${total}</span></div><div class="bar"><span class="${look}" style="width:${percent.toFixed(1)}%"></span></div></div>`;
}

/** What no path goes through, and why. */
export function uncoveredTable(uncovered: readonly Uncovered[]): Markup {
  if (uncovered.length === 0) return nothing;
  const rows = uncovered.map(
    ({ what, why }) => markup`<tr><td>${what}</td><td>${why}</td></tr>`,
  );
  return markup`<h3>Not covered</h3><table><tbody>${rows}</tbody></table>`;
}
