import { displayWidth } from '../../../diagnostics/display-width.ts';
import { printable } from '../../../diagnostics/index.ts';
import { foldRepeats } from '../../../testing/reports/fold-repeats.ts';
import { cutText } from '../../cut-text.ts';

const arrow = ' → ';

/** Labels with arrows between them, in this many cells: those in the middle give way. */
export function joinLabels(labels: readonly string[], width: number): string {
  // Texts that are far too long are not measured.
  const shown = foldRepeats(labels).map((label) =>
    cutText(printable(label), Math.max(width, 8)),
  );
  if (shown.length * (arrow.length + 1) <= width) {
    const whole = shown.join(arrow);
    if (displayWidth(whole) <= width) return whole;
  }
  return cutText(withoutMiddle(shown, width), width);
}

/** Takes labels from both sides, the last one first, as long as they fit. */
function withoutMiddle(labels: readonly string[], width: number): string {
  const [first, last]: [string[], string[]] = [[], []];
  let room = width - displayWidth(`${arrow}… ${labels.length} more …`);
  while (first.length + last.length < labels.length) {
    const isLast = last.length <= first.length;
    const next = isLast ? labels.at(-1 - last.length) : labels[first.length];
    room -= displayWidth(`${next ?? ''}${arrow}`);
    if (room < 0 && last.length > 0) break;
    if (isLast) last.unshift(next ?? '');
    else first.push(next ?? '');
  }
  const missing = labels.length - first.length - last.length;
  const middle = missing === 0 ? [] : [`… ${missing} more …`];
  return [...first, ...middle, ...last].join(arrow);
}
