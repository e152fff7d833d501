import type { AST } from '@eslint-community/regexpp';
import { deadEnd } from '../explore.ts';
import type { Choose } from '../explore.ts';
import type { RegexTree } from './parse-regex-tree.ts';
import { pickCharacter } from './pick-character.ts';

/** Characters; nobody reads a longer one. */
const maxLength = 1_000;

/** Repetitions of nothing cost too. */
const maxSteps = 5_000;

/** What is written, and where it has to be at the boundary of a word, or must not be. */
interface Draft {
  readonly characters: string[];
  readonly boundaries: { readonly at: number; readonly negate: boolean }[];
  readonly choose: Choose;
  readonly caseless: boolean;
  steps: number;
}

/** A text that a pattern matches; a dead end when there is none with what was picked. */
export function writeMatch({ root, caseless }: RegexTree, choose: Choose): string {
  const draft: Draft = { characters: [], boundaries: [], choose, caseless, steps: 0 };
  writeOneOf(root.alternatives, draft);
  return withBoundaries(draft);
}

function writeOneOf(alternatives: readonly AST.Alternative[], draft: Draft): void {
  const picked = alternatives.length === 1 ? 0 : draft.choose(alternatives.length);
  for (const element of alternatives[picked]?.elements ?? []) write(element, draft);
}

function write(element: AST.Element, draft: Draft): void {
  const { characters, caseless } = draft;
  draft.steps += 1;
  if (draft.steps > maxSteps || characters.length > maxLength) deadEnd();
  switch (element.type) {
    case 'Character':
      characters.push(String.fromCodePoint(element.value));
      break;
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      characters.push(pickCharacter(element, { isIn: true, caseless }) ?? deadEnd());
      break;
    case 'Group':
    case 'CapturingGroup':
      writeOneOf(element.alternatives, draft);
      break;
    case 'Quantifier':
      repeat(element, draft);
      break;
    case 'Assertion':
      note(element, draft);
      break;
    case 'Backreference':
      // RE2 does not have it.
      deadEnd();
  }
}

/** As often as it must be; one more is the other possibility. */
function repeat({ min, max, element }: AST.Quantifier, draft: Draft): void {
  const count = min + (max > min ? draft.choose(2) : 0);
  for (let times = 0; times < count; times++) write(element, draft);
}

/** The beginning and the end are where they are: nothing is written around a match. */
function note(assertion: AST.Assertion, { characters, boundaries }: Draft): void {
  if (assertion.kind === 'word') {
    boundaries.push({ at: characters.length, negate: assertion.negate });
  } else if (assertion.kind !== 'start' && assertion.kind !== 'end') deadEnd();
}

/** The text, with a letter before or after it where that makes a boundary, or unmakes it. */
function withBoundaries({ characters, boundaries }: Draft): string {
  let [before, after] = ['', ''];
  for (const { at, negate } of boundaries) {
    const isBoundary = isWord(characters[at - 1]) !== isWord(characters[at]);
    if (isBoundary !== negate) continue;
    if (at === 0) before = 'a';
    else if (at === characters.length) after = 'a';
    else deadEnd();
  }
  return before + characters.join('') + after;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character);
}
