import { openObject } from './open-object.ts';
import { parseExpressionType } from './parse-expression-type.ts';
import type { Place } from './place.ts';

/** Reports what is wrong with a Selector Object (Arazzo 1.1), and tells whether it is usable. */
export function checkSelector(place: Place): boolean {
  const selector = openObject(place, 'selector');
  if (selector === undefined) return false;
  const context = selector.string('context', { required: true });
  const query = selector.string('selector', { required: true });
  const type = selector.object('type', parseExpressionType, { required: true });
  selector.rest();
  return context !== undefined && query !== undefined && type !== undefined;
}
