/** Picks one of so many possibilities: a number from 0. The first is the best one. */
export type Choose = (count: number) => number;

/** How long to look. */
export interface Limits {
  /** How many times to build. */
  readonly tries: number;
  /** How many different results are enough. */
  readonly results: number;
}

/** Possibilities of one choice that are looked at. */
const maxCount = 12;

/** Ends a try: what was picked so far leads nowhere. */
class DeadEnd extends Error {
  override name = 'DeadEnd' as const;
}

/** Gives up the current try. Only inside {@link explore}. */
export function deadEnd(): never {
  throw new DeadEnd('');
}

/**
 * The different texts that a builder makes when it picks differently, those with the fewest
 * departures from its first picks first. Tries that end in a {@link deadEnd} give nothing.
 */
export function explore(
  build: (choose: Choose) => string,
  { tries, results }: Limits,
): readonly string[] {
  const found = new Set<string>();
  const tapes: (readonly number[])[] = [[]];
  // It grows while it is read.
  for (const tape of tapes) {
    const counts: number[] = [];
    const text = attempt(() => build(player(tape, counts)));
    if (text !== undefined) found.add(text);
    if (found.size >= results) break;
    addDepartures(tapes, tape, counts, tries);
  }
  return [...found];
}

/** Plays back what a tape says, then always the first; notes between how many it was. */
function player(tape: readonly number[], counts: number[]): Choose {
  return (count) => {
    if (count < 1) deadEnd();
    counts.push(Math.min(count, maxCount));
    return tape[counts.length - 1] ?? 0;
  };
}

function addDepartures(
  tapes: (readonly number[])[],
  tape: readonly number[],
  counts: readonly number[],
  tries: number,
): void {
  for (let at = tape.length; at < counts.length; at++) {
    for (let pick = 1; pick < (counts[at] ?? 0); pick++) {
      if (tapes.length >= tries) return;
      const zeros = Array.from({ length: at - tape.length }, () => 0);
      tapes.push([...tape, ...zeros, pick]);
    }
  }
}

function attempt(build: () => string): string | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof DeadEnd) return undefined;
    throw error;
  }
}
