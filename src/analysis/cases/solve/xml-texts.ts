import { xmlFor } from '../text/xml-for.ts';

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
