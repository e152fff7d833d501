import { formatPointer } from '../expressions/index.ts';
import { isObject, membersOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { childOf } from './references.ts';
import type { Place, References } from './references.ts';

/** An operation as an index knows it: everything that names it. */
export interface OperationEntry {
  /** JSON Pointer: `/paths/~1pets/get`. */
  readonly pointer: string;
  /** In capitals. */
  readonly method: string;
  /** The template: `/pets/{petId}`. */
  readonly path: string;
  readonly operationId?: string;
}

/** An entry and where it stands, its path item's own reference followed. */
export interface IndexedOperation extends OperationEntry {
  readonly item: Place;
  /** The member of the path item: `get`, or `additionalOperations` and the method (3.2). */
  readonly keys: readonly string[];
}

const methods: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** Lists all operations of a description. Looks at nothing inside them but the id. */
export function indexOperations(
  references: References,
  root: Place,
): readonly IndexedOperation[] {
  const paths = references.child(root, 'paths');
  return membersOf(paths.value).flatMap(([path]) => {
    if (!path.startsWith('/')) return [];
    const written = childOf(paths, path);
    return operationsOf(references, written, path);
  });
}

function operationsOf(
  references: References,
  written: Place,
  path: string,
): readonly IndexedOperation[] {
  const item = followItem(references, written);
  if (!isObject(item.value)) return [];
  const { value } = item;
  const plain = methods
    .filter((method) => isObject(value[method]))
    .map((method) => ({ keys: [method], operation: value[method] }));
  const additional = membersOf(value['additionalOperations'])
    .filter(([, operation]) => isObject(operation))
    .map(([method, operation]) => ({
      keys: ['additionalOperations', method],
      operation,
    }));
  return [...plain, ...additional].map(({ keys, operation }) => ({
    pointer: written.pointer + formatPointer(keys),
    method: methodOf(keys),
    path,
    item,
    keys,
    ...idOf(operation),
  }));
}

/** Fields beside a `$ref` of a path item count as well. */
function followItem(references: References, written: Place): Place {
  if (!isObject(written.value) || written.value['$ref'] === undefined) return written;
  const { $ref: _reference, ...own } = written.value;
  const target = references.follow(written);
  return isObject(target.value)
    ? { ...target, value: { ...target.value, ...own } }
    : { ...written, value: own };
}

/** The methods of 3.2's `additionalOperations` are written as they are sent. */
function methodOf(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? '').toUpperCase() : (keys[1] ?? '');
}

function idOf(operation: Json | undefined): { readonly operationId?: string } {
  const operationId = isObject(operation) ? textOf(operation['operationId']) : undefined;
  return operationId === undefined ? {} : { operationId };
}
