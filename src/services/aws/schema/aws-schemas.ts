import { NormalizedSchema } from '@smithy/core/schema';

import type { JsonSchema } from '../../../openapi/index.ts';
import { hasStream, isOperationSchema } from '../aws-operation.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** JSON Schemas (2020-12) of an operation, each standing alone. */
export interface AwsSchemas {
  /** Parameters and body merged, in every way in which the service takes them. */
  readonly input: JsonSchema;
  /** The body of a good answer, as the service gives it: dates are ISO 8601 texts. */
  readonly output: JsonSchema;
}

/**
 * JSON Schemas of an operation, from the runtime schemas that a generated client package exports;
 * `undefined` when it exports none for this operation, or the operation has to do with streams.
 *
 * Enumerations are attached by name, as `findEnumeration` says.
 */
export function awsSchemas(
  exported: object,
  operationId: string,
): AwsSchemas | undefined {
  const operation: unknown = Reflect.get(exported, `${operationId}$`);
  if (!isOperationSchema(operation)) return undefined;
  const input = NormalizedSchema.of(operation[4]);
  const output = NormalizedSchema.of(operation[5]);
  if (hasStream(input) || hasStream(output)) return undefined;
  return {
    input: toJsonSchema(input, { exported, direction: 'input' }),
    output: toJsonSchema(output, { exported, direction: 'output' }),
  };
}
