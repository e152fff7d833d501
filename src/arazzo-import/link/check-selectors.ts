import type { Json, JsonObject } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import type { LinkContext } from './link-context.ts';

/** Reports the Selector Objects of Arazzo 1.1 in a value: they would be sent as they are. */
export function checkSelectors(context: LinkContext, value: Json, path: string): void {
  if (context.document.version === '1.0') return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      checkSelectors(context, item as Json, appendToken(path, index));
  } else if (isObject(value)) {
    if (isSelector(value)) reportSelector(context, value, path);
    for (const [key, member] of Object.entries(value))
      checkSelectors(context, member, appendToken(path, key));
  }
}

/** A literal object may look like one by chance; with an expression as its context it is none. */
function isSelector({ context, selector, type }: JsonObject): boolean {
  const isExpression = typeof context === 'string' && context.startsWith('$');
  return isExpression && typeof selector === 'string' && type !== undefined;
}

function reportSelector(
  { report }: LinkContext,
  { selector }: JsonObject,
  path: string,
): void {
  report({
    code: 'UNSUPPORTED_SELECTOR',
    path,
    message: `The selector ${JSON.stringify(selector)} cannot be evaluated yet.`,
    hint: 'Use a runtime expression with a JSON Pointer: $response.body#/id.',
  });
}
