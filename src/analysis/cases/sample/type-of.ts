import type { JsonObject } from '../../../arazzo-import/document.ts';
import { typesOf } from '../../../arazzo-import/check/schema/schema-node.ts';

/** The type of the value to make; what keywords are about tells it where no `type` does. */
export function typeOf(parts: readonly JsonObject[]): string {
  const types = typesOf({ schema: { allOf: [...parts] }, root: true });
  const [named] = types?.filter((type) => type !== 'null') ?? [];
  if (named !== undefined) {
    return named === 'number' && hasType(parts, 'integer') ? 'integer' : named;
  }
  if (types?.includes('null') === true) return 'null';
  const hint = hints.find(([keywords]) =>
    keywords.some((keyword) => parts.some((part) => keyword in part)),
  );
  return hint?.[1] ?? 'string';
}

/** An integer is a number, so that both may stand beside each other. */
function hasType(parts: readonly JsonObject[], type: string): boolean {
  return parts.some((part) => part['type'] === type);
}

const hints: readonly (readonly [keywords: readonly string[], type: string])[] = [
  [['properties', 'additionalProperties', 'required', 'minProperties'], 'object'],
  [['items', 'prefixItems', 'minItems', 'contains'], 'array'],
  [
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
    'number',
  ],
];
