import { createLineIndex } from '../../diagnostics/index.ts';
import type { Severity } from '../../diagnostics/index.ts';
import type { TextProblem } from './text-problem.ts';

/** The lines of a region. */
type Lines = readonly [first: number, last: number];

/**
 * Leaves of the syntax errors only the first of each region of the text: where one thing is broken
 * the reader of YAML trips again and again, until it finds its way. The same for warnings.
 */
export function firstOfRegions(
  problems: readonly TextProblem[],
  text: string,
): TextProblem[] {
  const index = createLineIndex(text);
  const regions = new Map<Severity, Lines>();
  return problems.filter(({ code, severity, start, end }) => {
    if (code !== 'YAML_SYNTAX') return true;
    const lines: Lines = [index.positionAt(start).line, index.positionAt(end).line];
    const region = regions.get(severity);
    const isFollower = region !== undefined && touch(region, lines);
    regions.set(severity, isFollower ? join(region, lines) : lines);
    return !isFollower;
  });
}

/** Whether two regions overlap or lie side by side. */
function touch([first, last]: Lines, [start, end]: Lines): boolean {
  return start <= last + 1 && end >= first - 1;
}

function join([first, last]: Lines, [start, end]: Lines): Lines {
  return [Math.min(first, start), Math.max(last, end)];
}
