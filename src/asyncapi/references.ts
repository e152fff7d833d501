import { parsePointer } from '../expressions/index.ts';
import { childOf, referenceOf, splitReference } from '../openapi/references.ts';
import type { Place, References } from '../openapi/references.ts';

/** Chains of references that are nested deeper are mistakes. */
const maxDepth = 50;

/**
 * Creates what follows the references of a description within its file. One that leads into another
 * file, to nothing or back to itself gives a place without a value.
 *
 * Unlike in OpenAPI, references often lead through other references: an operation names a message
 * as `#/channels/orders/messages/placed`, and the channel itself is a reference.
 */
export function createReferences(root: Place): References {
  const targets = new Map<string, Place>();
  let depth = 0;

  const follow = (place: Place): Place => {
    const reference = referenceOf(place.value);
    if (reference === undefined) return place;
    const known = targets.get(reference);
    if (known !== undefined) return known;
    const nowhere = { ...place, value: undefined };
    targets.set(reference, nowhere); // whoever comes back here goes round in a circle
    if (depth === maxDepth) return nowhere;
    depth += 1;
    const target = targetOf(reference) ?? nowhere;
    depth -= 1;
    targets.set(reference, target);
    return target;
  };
  const child: References['child'] = (place, ...keys) =>
    keys.reduce((at, key) => follow(childOf(at, String(key))), place);
  const targetOf = (reference: string): Place | undefined => {
    const { url, pointer } = splitReference(reference, '');
    const keys = url === '' ? parsePointer(pointer) : undefined;
    return keys?.ok === true ? child(root, ...keys.value) : undefined;
  };
  return { follow, child };
}
