import type { PayloadReplacement, RequestBody } from '../document.ts';
import { defined } from '../defined.ts';
import { openObject } from './open-object.ts';
import { parseExpressionType } from './parse-expression-type.ts';
import type { ObjectReader } from './object-reader.ts';
import type { Place } from './place.ts';
import { hasOneOf } from './read-list.ts';
import { reportRepeated } from './report-repeated.ts';

/** Gives you a Request Body Object. */
export function parseRequestBody(place: Place): RequestBody | undefined {
  const body = openObject(place, 'request body');
  if (body === undefined) return undefined;
  body.omitEmpty('reference', '$ref');
  reportReference(body);
  reportRepeated(body, 'replacements');
  return defined({
    path: body.path,
    contentType: body.string('contentType'),
    payload: body.json('payload'),
    replacements: body.list('replacements', parseReplacement, {
      isItem: hasOneOf('target'),
    }),
    extensions: body.rest().extensions,
  });
}

/** There are no components for request bodies; without its body the request would be another. */
function reportReference(body: ObjectReader): void {
  const field = ['reference', '$ref'].find((each) => body.has(each));
  if (field === undefined) return;
  body.json(field);
  body.report({
    code: 'INVALID_VALUE',
    message: `${body.title} is given by "${field}", but request bodies cannot be reused.`,
    field,
    hint: 'Write its contentType and payload here; a YAML anchor can repeat them.',
  });
}

function parseReplacement(place: Place): PayloadReplacement | undefined {
  const replacement = openObject(place, 'replacement', 'target');
  if (replacement === undefined) return undefined;
  const target = replacement.string('target', { required: true });
  // The published schemas want a string, the text of the specification any value.
  const value = replacement.json('value', { required: true });
  const targetSelectorType = replacement.object(
    'targetSelectorType',
    parseExpressionType,
    {
      since: '1.1',
    },
  );
  const rest = replacement.rest();
  if (target === undefined || value === undefined) return undefined;
  return defined({ path: replacement.path, target, value, targetSelectorType, ...rest });
}
