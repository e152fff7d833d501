/** Finds in texts what follows a word: `a.b` after `inputs` in `{$inputs.a.b}`. */
export type TailFinder = (texts: readonly string[]) => ReadonlySet<string>;

/**
 * Creates the finder of what follows `$inputs.`, `$steps.` and the like, also in the ways in which other
 * languages write it: `${inputs.a}`. An empty text stands for a word that nothing follows.
 */
export function tailsAfter(word: string): TailFinder {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const pattern = new RegExp(`(?<![\\w.-])(\\$?)\\{?${escaped}(?:\\.([\\w.-]*))?`, 'gu');
  return (texts) => {
    const tails = new Set<string>();
    for (const text of texts) {
      if (!text.includes(word)) continue;
      for (const [, dollar, tail = ''] of text.matchAll(pattern))
        if (dollar !== '' || tail !== '') tails.add(tail.replace(/\.+$/u, ''));
    }
    return tails;
  };
}

/** `a`, `a.b` and `a.b.c` of `a.b.c`. */
export function beginningsOf(tail: string): readonly string[] {
  const words = tail.split('.');
  return words.map((_, index) => words.slice(0, index + 1).join('.'));
}
