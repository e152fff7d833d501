import { displayWidth } from '../../../diagnostics/display-width.ts';
import { printable } from '../../../diagnostics/index.ts';
import { foldRepeats } from '../../../testing/reports/fold-repeats.ts';
import { cutText } from '../../cut-text.ts';

const arrow = ' → ';
const leastBeginning = 16;

/** Labels with arrows between them, in this many cells: those in the middle give way. */
export function joinLabels(labels: readonly string[], width: number): string {
  // Texts that are far too long are not measured.
  const shown = foldRepeats(labels).map((label) =>
    cutLabel(printable(label), Math.max(width, 8)),
  );
  if (shown.length * (arrow.length + 1) <= width) {
    const whole = shown.join(arrow);
    if (displayWidth(whole) <= width) return whole;
  }
  return cutText(withoutMiddle(shown, width), width);
}

/** How often something is repeated is at the end of a label, and stays. */
function cutLabel(label: string, width: number): string {
  const [times = ''] = /\) ×\d+$/u.exec(label) ?? [];
  if (times === '' || width < 2 * times.length) return cutText(label, width);
  return cutText(label.slice(0, -times.length), width - times.length) + times;
}

/** Takes labels from both sides, the last one first, as long as they fit. */
function withoutMiddle(labels: readonly string[], width: number): string {
  const [first, last]: [string[], string[]] = [[], []];
  let room = width - displayWidth(`${arrow}… ${labels.length} more …`);
  while (first.length + last.length < labels.length) {
    const isLast = last.length <= first.length;
    const next = isLast ? labels.at(-1 - last.length) : labels[first.length];
    const left = room - displayWidth(`${next ?? ''}${arrow}`);
    if (left < 0 && last.length > 0) break;
    room = left;
    if (isLast) last.unshift(next ?? '');
    else first.push(next ?? '');
  }
  // How it begins says most.
  if (first.length === 0 && labels.length > 1 && room >= leastBeginning)
    first.push(cutLabel(labels[0] ?? '', room - arrow.length));
  const missing = labels.length - first.length - last.length;
  const middle = missing === 0 ? [] : [`… ${missing} more …`];
  return [...first, ...middle, ...last].join(arrow);
}
