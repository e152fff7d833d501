import { formatPointer } from '../../../expressions/index.ts';
import { xmlFor } from '../text/xml-for.ts';
import type { XmlSelection } from './answer-space.ts';
import type { Keys } from './draft.ts';

/** How many expressions are remembered; documents repeat a few. */
const most = 100;

const known = new Map<string, readonly string[]>();

/** What `xmlFor` gives, made once for an expression. */
export function xmlTexts(expression: string, wanted: boolean): readonly string[] {
  const key = `${wanted} ${expression}`;
  const found = known.get(key) ?? xmlFor(expression, wanted);
  if (known.size === most) known.clear();
  known.set(key, found);
  return found;
}

/** The expressions that are to select something in the text at a place. */
export function selectedAt(
  selections: readonly XmlSelection[],
  keys: Keys,
): readonly string[] {
  const place = formatPointer([...keys]);
  return selections.flatMap((each) =>
    formatPointer([...each.keys]) === place ? [each.expression] : [],
  );
}

/** The expression that is true where all are. */
export function conjunction(expressions: readonly string[]): string {
  return expressions.map((each) => `(${each})`).join(' and ');
}
