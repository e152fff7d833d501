import { explore } from './explore.ts';
import { parseRegexTree } from './regex/parse-regex-tree.ts';
import { textsAgainst } from './regex/texts-against.ts';
import { writeMatch } from './regex/write-match.ts';

const limits = { tries: 40, results: 12 };

/**
 * A few texts in which a regular expression of RE2 matches somewhere (`wanted`), or does not; the
 * most readable first. They are candidates: the regular expression itself has the last word.
 * None when the pattern cannot be read or asks for a text too long.
 */
export function textsFor(
  pattern: string,
  flags: string,
  wanted: boolean,
): readonly string[] {
  const tree = parseRegexTree(pattern, flags);
  if (tree === undefined) return [];
  const matching = explore((choose) => writeMatch(tree, choose), limits);
  return wanted ? readableFirst(matching) : textsAgainst(tree, matching);
}

function readableFirst(texts: readonly string[]): readonly string[] {
  return texts.toSorted((one, other) => effort(one) - effort(other));
}

/** Texts of one kind stay in their order, which is that of the pattern. */
function effort(text: string): number {
  if (!/^[ -~]*$/.test(text)) return 3;
  return text.trim() === '' ? 2 : Number(text.length > 100);
}
