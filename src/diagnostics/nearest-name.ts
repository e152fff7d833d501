/** A longer name is a text, and comparing texts could take minutes. */
const longest = 100;

/** So many names are compared; a list that is longer is no list that a person made. */
const mostCandidates = 1_000;

/**
 * Gives you the candidate that was probably meant by a misspelled name, or `undefined` when none is
 * close: at most one edit for each three letters, and letter case does not count.
 */
export function nearestName(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  if (name.length > longest) return undefined;
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  let compared = 0;
  for (const candidate of candidates) {
    if (compared >= mostCandidates || least === 0) break;
    compared += 1;
    // Two names differ by at least the difference of their lengths: no need to compare the letters.
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** The distances of one beginning of a name to all beginnings of the other. */
type Row = Uint16Array;

/** Used again and again: this runs for every wrong name of a document. */
const buffers: readonly [Row, Row, Row] = [newRow(), newRow(), newRow()];

function newRow(): Row {
  return new Uint16Array(2 * longest);
}

/**
 * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. Gives you
 * `limit` for every distance that is not below it, and looks only at what could be.
 */
function editDistance(left: string, right: string, limit: number): number {
  let [older, previous, current] = buffers;
  for (let column = 0; column <= right.length; column++) previous[column] = column;
  for (let row = 1; row <= left.length; row++) {
    // Cells further from the diagonal cannot be below the limit.
    const first = Math.max(1, row - limit);
    const last = Math.min(right.length, row + limit);
    current[first - 1] = first === 1 ? row : limit;
    if (last < right.length) current[last + 1] = limit;
    let least = at(current, first - 1);
    for (let column = first; column <= last; column++) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      const replaced = at(previous, column - 1) + same;
      const deleted = at(previous, column) + 1;
      const inserted = at(current, column - 1) + 1;
      const swapped = isSwap(left, right, row, column)
        ? at(older, column - 2) + 1
        : Infinity;
      const distance = Math.min(replaced, deleted, inserted, swapped);
      current[column] = distance;
      least = Math.min(least, distance);
    }
    if (least >= limit) return limit;
    [older, previous, current] = [previous, current, older];
  }
  return Math.min(at(previous, right.length), limit);
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  if (row < 2 || column < 2) return false;
  return left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
}

function at(row: Row, column: number): number {
  return row[column] ?? Infinity;
}
