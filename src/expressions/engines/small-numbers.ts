const pieces =
  /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<![\w.\]])(-?)0\.(\d+)(?:[eE]([+-]?\d+))?/gs;

type Groups = readonly (string | undefined)[];

/**
 * A query with `0.5` as `5e-1`, which is the same number: the library refuses numbers that begin
 * with a zero.
 */
export function rewriteSmallNumbers(query: string): string {
  return query.replaceAll(
    pieces,
    (all: string, ...[text, sign = '', digits = '', exponent = '0']: Groups) => {
      if (text !== undefined) return all;
      const significant = digits.replace(/^0+/, '');
      if (significant === '') return '0';
      return `${sign}${significant}e${Number(exponent) - digits.length}`;
    },
  );
}
