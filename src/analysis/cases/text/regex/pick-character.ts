import type { AST } from '@eslint-community/regexpp';

type CharacterSet = AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** Letters before digits before the rest; some of other scripts, and what no line has. */
const readable = Array.from(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_. ' +
    '/:,@+=~!#$%&()*;<>?[]^`{|}"\'\\' +
    'éßжαאع中あ한٣½€§©😀\t\n\r\u0000\u00a0\u0301',
);

/** Which character is looked for. */
export interface Wish {
  /** Whether it is in the set. */
  readonly isIn: boolean;
  /** Whether that has to be so without regard to its case too. */
  readonly caseless: boolean;
}

/** The most readable character that is in a set, or is not in it; `undefined` when none is known. */
export function pickCharacter(set: CharacterSet, wish: Wish): string | undefined {
  const known = wish.isIn ? members.get(set) : undefined;
  if (known !== undefined) return known;
  const found = findCharacter(set, wish);
  if (wish.isIn && found !== undefined) members.set(set, found);
  return found;
}

/** A set is asked for a member as often as it is repeated; the case is the same for all of a tree. */
const members = new WeakMap<CharacterSet, string>();

function findCharacter(set: CharacterSet, { isIn, caseless }: Wish): string | undefined {
  // A set matches one character or none: nothing in it can take long.
  const tests = (caseless ? ['v', 'iv'] : ['v']).map(
    (flags) => new RegExp(`^${set.raw}$`, flags),
  );
  const isWanted = (character: string): boolean =>
    tests.every((member) => member.test(character) === isIn);
  return readable.find(isWanted) ?? bounds(set).find(isWanted);
}

/** The first and the last character of each range. */
function bounds(set: CharacterSet): readonly string[] {
  if (set.type !== 'CharacterClass') return [];
  return set.elements.flatMap((element) => {
    if (element.type === 'Character') return [String.fromCodePoint(element.value)];
    if (element.type !== 'CharacterClassRange') return [];
    return [element.min.value, element.max.value].map((code) =>
      String.fromCodePoint(code),
    );
  });
}
