import type { NormalizedSchema } from '@smithy/core/schema';

import type { JsonSchema } from '../../../openapi/index.ts';

/** Whether a schema is for what is sent or for what is answered. */
export type Direction = 'input' | 'output';

/** The JSON Schema of a simple value; one that allows everything for a document. */
export function toScalarSchema(
  schema: NormalizedSchema,
  direction: Direction,
): JsonSchema {
  const { input, output } = findScalar(schema) ?? { input: true, output: true };
  return direction === 'input' ? input : output;
}

interface ScalarSchemas {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}

function findScalar(schema: NormalizedSchema): ScalarSchemas | undefined {
  if (schema.isStringSchema()) return text;
  if (schema.isNumericSchema()) return number;
  if (schema.isBooleanSchema()) return boolean;
  if (schema.isTimestampSchema()) return timestamp;
  if (schema.isBigIntegerSchema()) return bigInteger;
  if (schema.isBigDecimalSchema()) return bigDecimal;
  if (schema.isBlobSchema()) return blob;
  return undefined;
}

// An input may be written in other ways too; see `scalar.ts` for what becomes of it.

const text: ScalarSchemas = {
  input: { type: ['string', 'number', 'boolean'] },
  output: { type: 'string' },
};

const decimal = String.raw`^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$`;

const number: ScalarSchemas = {
  input: { type: ['number', 'string'], pattern: decimal },
  output: { type: 'number' },
};

const boolean: ScalarSchemas = {
  input: { enum: [true, false, 'true', 'false'] },
  output: { type: 'boolean' },
};

const timestamp: ScalarSchemas = {
  input: {
    type: ['string', 'number'],
    pattern: String.raw`^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d.*)?$|${decimal}`,
  },
  output: { type: 'string', format: 'date-time' },
};

const bigInteger: ScalarSchemas = {
  input: { type: ['integer', 'string'], pattern: String.raw`^-?\d+$` },
  output: { type: ['integer', 'string'], pattern: String.raw`^-?\d+$` },
};

const bigDecimal: ScalarSchemas = {
  input: number.input,
  output: { type: ['string', 'number'] },
};

const blob: ScalarSchemas = {
  input: { type: 'string', contentEncoding: 'base64' },
  output: { type: 'string', contentEncoding: 'base64' },
};
