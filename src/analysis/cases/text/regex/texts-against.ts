import { visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import type { RegexTree } from './parse-regex-tree.ts';
import { pickCharacter } from './pick-character.ts';

/** Characters; nobody reads a longer one. */
const maxLength = 1_000;

const usual = ['other', 'OTHER', '0', '-', '', ' '];

/** Texts in which a pattern probably does not match, given some in which it does. */
export function textsAgainst(
  tree: RegexTree,
  matching: readonly string[],
): readonly string[] {
  const [match = ''] = matching;
  const longest = longestOf(tree.root.alternatives);
  const tooLong = longest < maxLength ? ['x'.repeat(longest + 1)] : [];
  const texts = [...usual, ...outsidersOf(tree), ...tooLong, ...shortened(match)];
  return [...new Set(texts)].slice(0, 24);
}

/** Characters that are not in the sets of the pattern. */
function outsidersOf({ root, caseless }: RegexTree): readonly string[] {
  const found = new Set<string>();
  const add = (set: AST.CharacterSet | AST.CharacterClass): void => {
    if (found.size >= 8 || set.parent.type === 'CharacterClass') return;
    const outsider = pickCharacter(set, { isIn: false, caseless });
    if (outsider !== undefined) found.add(outsider);
  };
  visitRegExpAST(root, { onCharacterSetEnter: add, onCharacterClassEnter: add });
  return [...found];
}

function shortened(match: string): readonly string[] {
  const characters = Array.from(match);
  return [characters.slice(0, -1).join(''), characters.slice(1).join('')];
}

/** Characters of the longest text that is matched from its beginning to its end. */
function longestOf(alternatives: readonly AST.Alternative[]): number {
  const lengths = alternatives.map(({ elements }) =>
    elements.reduce((sum, element) => sum + longestElement(element), 0),
  );
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}

function longestElement(element: AST.Element): number {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return longestOf(element.alternatives);
  if (element.type === 'Assertion') return 0;
  if (element.type !== 'Quantifier') return 1;
  const once = longestElement(element.element);
  return once === 0 ? 0 : once * element.max;
}
