import type { PathProblem, PathResult } from '../../run-paths/path-result.ts';
import { placeOfProblem } from '../describe-problem.ts';
import { foldRepeats } from '../fold-repeats.ts';
import { isUnfinished, unfinishedReason } from '../shown-workflow.ts';
import { pathEvents } from '../path-events.ts';
import { eventItem, requestBlock } from './event-item.ts';
import { comparison, jsonBlock } from './json-block.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { pairRequests } from './pair-requests.ts';

/** A path that can be unfolded: what was wrong, its inputs, its events and its outputs. */
export function pathDetails(path: PathResult, id: string, isOpen: boolean): Markup {
  const name = markup`${mark(path)} ${shortName(path)}`;
  if (path.result === 'passed')
    return markup`<details id="${id}"><summary>${name}</summary><div class="inside">${happenings(path)}</div></details>\n`;
  if (path.result === 'skipped')
    return markup`<details id="${id}"><summary>${name}</summary><div class="inside"><p class="part">${path.reason ?? ''}</p>${happenings(path)}</div></details>\n`;
  const problems = path.problems.map((problem) => problemBlock(problem, path));
  const folded = markup`<details><summary>What happened</summary><div class="inside">${happenings(path)}</div></details>`;
  return markup`<details id="${id}" class="failed"${isOpen ? open : nothing}><summary>${name}</summary><div class="inside">${problems}${folded}</div></details>\n`;
}

const open: Markup = { html: ' open' };

function happenings(path: PathResult): Markup {
  const { inputs, outputs, end } = path;
  return markup`${jsonBlock(`inputs: ${inputs.name}`, inputs.values)}${eventList(path)}${jsonBlock(`${end} with outputs`, outputs)}`;
}

/** A tick, a cross, a dash or a question mark, and in words for those who do not see it. */
export function mark(path: PathResult): Markup {
  const { result } = path;
  if (isUnfinished(path))
    return markup`<span class="part" title="${unfinishedReason}">?</span>`;
  if (result === 'skipped') return markup`<span class="part" title="skipped">–</span>`;
  return result === 'passed'
    ? markup`<span class="good" title="passed">✓</span>`
    : markup`<span class="bad" title="failed">✗</span>`;
}

const longest = 12;

/** The name of a path; of a long one the beginning and the end. */
function shortName(path: PathResult): string {
  // The name says which inputs they are where they are not the usual ones.
  const given = `(${path.inputs.name})`;
  const labels = [
    ...(path.name.startsWith(given) ? [given] : []),
    ...foldRepeats(pathEvents(path).map(({ label }) => label)),
    path.end,
  ];
  const more = labels.length - longest;
  const shown =
    more <= 0
      ? labels
      : [...labels.slice(0, 4), `… ${more} more …`, ...labels.slice(4 - longest)];
  return shown.join(' → ');
}

function problemBlock(problem: PathProblem, path: PathResult): Markup {
  const { kind, message, expected, actual } = problem;
  const isCompared = expected !== undefined || actual !== undefined;
  return markup`<div class="problem"><p><strong class="bad">${kind}</strong>${placeOfProblem(problem, path)}: ${message}</p>${
    isCompared ? comparison(expected, actual) : nothing
  }</div>`;
}

function eventList(path: PathResult): Markup {
  const events = pathEvents(path);
  const { byEvent, rest } = pairRequests(events, path.requests);
  const wrong = new Set(
    path.problems.map(({ event }) =>
      event === undefined ? undefined : path.events[event],
    ),
  );
  const items = events.map((shown) =>
    eventItem(shown, byEvent.get(shown), wrong.has(shown.event)),
  );
  return markup`<ol class="events">${items}</ol>${rest.map(requestBlock)}`;
}
