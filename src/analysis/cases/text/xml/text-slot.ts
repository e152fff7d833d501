import { deadEnd } from '../explore.ts';
import type { Choose } from '../explore.ts';

/** What is asked of a text. */
export interface Demand {
  /** Texts that probably do. */
  readonly candidates: readonly string[];
  /** Tells whether a text does; it may be too lenient. */
  readonly check: (text: string) => boolean;
}

/** Where a text goes, and everything that is asked of it. */
export interface TextSlot {
  readonly demands: Demand[];
  /** When nothing is asked: whether it should not be empty, or only in an element without others. */
  isWanted: boolean | 'alone';
}

/** Texts to pick from at most. */
const maxTexts = 6;

/** A text that meets every demand; a dead end when none is known. */
export function textIn(
  { demands, isWanted }: TextSlot,
  name: string,
  choose: Choose,
): string {
  const usual = `${name}-1`;
  if (demands.length === 0) return isWanted === false ? '' : usual;
  const single = demands.flatMap(({ candidates }) => candidates);
  const texts = new Set([...single, ...joined(demands), usual, 'text', '1', '']);
  const good = [...texts].filter(
    (text) => isXmlText(text) && demands.every(({ check }) => check(text)),
  );
  return good[choose(Math.min(good.length, maxTexts))] ?? deadEnd();
}

/** `contains(., 'a') and contains(., 'b')` is met by both together. */
function joined(demands: readonly Demand[]): readonly string[] {
  if (demands.length < 2 || demands.length > 4) return [];
  const first = demands.map(({ candidates }) => candidates[0] ?? '');
  return [first, first.toReversed()].flatMap((texts) => [
    texts.join(''),
    texts.join(' '),
  ]);
}

/** XML 1.0 has no other characters, however they are written. */
function isXmlText(text: string): boolean {
  return /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u.test(text);
}
