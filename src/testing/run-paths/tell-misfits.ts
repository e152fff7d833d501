import { misfits } from '../../analysis/cases/sample/fits.ts';
import type { Contradiction } from '../../arazzo-import/check/schema/contradiction.ts';
import { rootNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Json } from '../../arazzo-import/document.ts';
import { resolvePointer } from '../../expressions/index.ts';
import type { JsonSchema } from '../../openapi/index.ts';
import type { Sender } from './check-request.ts';

/** Says what a schema refuses in a value that is sent, unless it was only made up for the test. */
export function tellMisfits(
  where: string,
  value: Json,
  schema: JsonSchema,
  { isKnown }: Sender,
): readonly string[] {
  return misfits(value, rootNode(schema))
    .filter((found) => !isMadeUp(value, found, isKnown))
    .map(({ keys, text, hint }) => {
      const place = keys.length === 0 ? where : `${where}, at ${keys.join('.')}`;
      return `In ${place}, ${text}.${hint === undefined ? '' : ` ${hint}`}`;
    });
}

/** A value that was made up for the test has the right type, and cannot be expected to be any more right. */
function isMadeUp(
  value: Json,
  { keys, isType }: Contradiction,
  isKnown: Sender['isKnown'],
): boolean {
  const found = resolvePointer(value, keys.map(String));
  // A list keeps the places of what is not there, and answers of a test are short.
  if (found === null && typeof keys.at(-1) === 'number') return true;
  if (isType === true) return false;
  return typeof found !== 'object' && found !== undefined && isKnown(found);
}
