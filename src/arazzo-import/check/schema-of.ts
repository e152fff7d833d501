import type {
  JsonSchema,
  OpenApiDescription,
  OpenApiOperation,
} from '../../openapi/index.ts';

/** Where a schema may stand. */
export interface Described {
  readonly description: OpenApiDescription;
  readonly operation: OpenApiOperation;
}

/**
 * How many schemas the schemas of one description may bring with them before no further one is looked
 * at. Where everything refers to everything else, as in FHIR, each brings all of them.
 */
const maxBrought = 500;

const brought = new WeakMap<OpenApiDescription, number>();

/** The schema of a parameter or body; `undefined` when it says nothing, or when it takes too long. */
export function schemaOf(
  { description, operation }: Described,
  holder: { readonly schema: () => JsonSchema | undefined },
): JsonSchema | undefined {
  const before = brought.get(description) ?? 0;
  if (before > maxBrought) return undefined;
  const schema = holder.schema();
  const isTooLarge =
    schema === true &&
    operation.problems.some(({ message }) => message.includes('too large'));
  brought.set(description, before + (isTooLarge ? maxBrought : 0) + sizeOf(schema));
  return schema === true ? undefined : schema;
}

function sizeOf(schema: JsonSchema | undefined): number {
  return typeof schema === 'object' ? Object.keys(schema['$defs'] ?? {}).length : 0;
}
