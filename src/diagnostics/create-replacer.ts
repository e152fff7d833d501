/**
 * Creates what replaces texts wherever they stand, in one pass: where two begin in the same place the
 * longer one is taken, and nothing is looked for in what was put in.
 */
export function createReplacer(
  texts: Iterable<string>,
  toReplacement: (text: string) => string,
): (whole: string) => string {
  const wanted = [...new Set(texts)]
    .filter((text) => text !== '')
    .toSorted((left, right) => right.length - left.length);
  const width = wanted.at(-1)?.length ?? 0;
  if (width === 0) return (whole) => whole;
  const byStart = groupByStart(wanted, width);
  return (whole) => {
    let result = '';
    let done = 0;
    for (let at = 0; at + width <= whole.length; at += 1) {
      const candidates = byStart.get(whole.slice(at, at + width));
      const found = candidates?.find((text) => whole.startsWith(text, at));
      if (found === undefined) continue;
      result += whole.slice(done, at) + toReplacement(found);
      done = at + found.length;
      at = done - 1;
    }
    return result + whole.slice(done);
  };
}

/** So that a place is compared with few texts, however many there are. */
function groupByStart(
  texts: readonly string[],
  width: number,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const text of texts) {
    const start = text.slice(0, width);
    const group = groups.get(start);
    if (group === undefined) groups.set(start, [text]);
    else group.push(text);
  }
  return groups;
}
