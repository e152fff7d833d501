/** So many things that happen again and again are looked for. */
const longest = 6;

/** Labels in which what happens again and again stands once: `(poll 503 → wait) ×3`. */
export function foldRepeats(labels: readonly string[]): readonly string[] {
  const folded: string[] = [];
  let index = 0;
  while (index < labels.length) {
    const { length, times } = repeatAt(labels, index);
    const part = labels.slice(index, index + length);
    const text = part.join(' → ');
    folded.push(times === 1 ? text : `${length === 1 ? text : `(${text})`} ×${times}`);
    index += length * times;
  }
  return folded;
}

/** The part that is repeated most at a place; a single label once when nothing is. */
function repeatAt(
  labels: readonly string[],
  start: number,
): { readonly length: number; readonly times: number } {
  let best = { length: 1, times: 1 };
  for (let length = 1; length <= longest; length += 1) {
    const times = timesRepeated(labels, start, length);
    if (times > 1 && length * times > best.length * best.times) best = { length, times };
  }
  return best;
}

function timesRepeated(labels: readonly string[], start: number, length: number): number {
  let end = start + length;
  while (end < labels.length && labels[end] === labels[end - length]) end += 1;
  return Math.floor((end - start) / length);
}
