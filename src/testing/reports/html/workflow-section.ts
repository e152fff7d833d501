import type { PathResult, WorkflowReport } from '../../run-paths/path-result.ts';
import type { HidePath } from '../hide-path.ts';
import { isUnfinished, unfinishedReason } from '../shown-workflow.ts';
import { coverageBars, uncoveredTable } from './coverage-section.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { pathDetails } from './path-details.ts';
import { treeList } from './tree-list.ts';

/** So many events are shown; what happens on further paths is in other reports. */
const mostEvents = 5_000;

/** So many failed paths are unfolded: one mistake in a document spoils many paths. */
const mostOpen = 5;

/** A workflow: what is covered, the paths that failed, the tree of paths, and what happens on each. */
export function workflowSection(
  report: WorkflowReport,
  section: string,
  hide: HidePath,
): Markup {
  const { workflowId, paths, coverage, uncovered, gone = [], cut, remarks = [] } = report;
  const failed = paths.filter(({ result }) => result === 'failed');
  const skipped = paths.filter(({ result }) => result === 'skipped');
  const passed = paths.filter(({ result }) => result === 'passed');
  const shown = withinLimit([...failed, ...skipped, ...passed]);
  const ids = new Map(shown.map((path, place) => [path, `${section}-p${place}`]));
  const details = (some: readonly PathResult[]): readonly Markup[] =>
    some.flatMap((path, place) => {
      const id = ids.get(path);
      const isOpen = path.result === 'failed' && place < mostOpen;
      return id === undefined ? [] : [pathDetails(hide(path), id, isOpen)];
    });
  return markup`<section id="${section}"><h2>${workflowId}</h2>
${coverageBars(coverage)}
${remarks.map((remark) => markup`<p class="faint">${remark}</p>`)}
${cut === undefined ? nothing : markup`<p class="faint">${cut}</p>`}
${failed.length === 0 ? nothing : markup`<h3 class="bad">Failed (${failed.length})</h3>${details(failed)}`}
${goneList(gone)}
${skipped.length === 0 ? nothing : markup`<h3 class="part">Skipped (${skipped.length})</h3>${details(skipped)}`}
<h3>Paths (${paths.length})</h3>
${treeList(paths, (path) => ids.get(path))}
${unfinishedNote(paths)}
${uncoveredTable(uncovered)}
${passed.length === 0 ? nothing : markup`<h3>Passed (${passed.length})</h3>${details(passed)}`}
${shown.length === paths.length ? nothing : markup`<p class="faint">What happens on ${paths.length - shown.length} more paths is too much for a page; the JSON report has it.</p>`}
</section>
`;
}

function withinLimit(paths: readonly PathResult[]): readonly PathResult[] {
  let room = mostEvents;
  return paths.filter(({ events }, index) => {
    room -= events.length;
    return room >= 0 || index === 0;
  });
}

function unfinishedNote(paths: readonly PathResult[]): Markup {
  const { length } = paths.filter(isUnfinished);
  if (length === 0) return nothing;
  return markup`<p><span class="part">?</span> ${length === 1 ? '1 path is' : `${length} paths are`} unfinished. ${unfinishedReason}</p>`;
}

function goneList(gone: readonly string[]): Markup {
  if (gone.length === 0) return nothing;
  const items = gone.map((name) => markup`<li style="--depth:0">${name}</li>`);
  return markup`<h3 class="bad">Recorded, and no longer there (${gone.length})</h3><ul class="tree">${items}</ul>`;
}
