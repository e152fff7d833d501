import { NormalizedSchema } from '@smithy/core/schema';

import { OperationError } from '../../diagnostics/index.ts';
import type { OperationRequest } from '../service.ts';
import type { AwsCommandClass } from './aws-client.ts';
import { coerceStruct, toStructShape } from './coercion.ts';
import type { StructShape } from './coercion.ts';
import { createInputProblems, describeInputProblems } from './input-problems.ts';
import { mergeInput } from './merge-input.ts';
import { withoutNulls } from './without-nulls.ts';

/** One operation of a client, prepared for many calls. */
export interface AwsOperation {
  readonly id: string;
  readonly Command: AwsCommandClass;
  /** Absent when the client exports no schema for it: then the input goes through as it is. */
  readonly input: StructShape | undefined;
  /** Some part of the input or the output is a stream. */
  readonly streams: boolean;
}

/** An operation from its command class and its schema, if the client exports one. */
export function toAwsOperation(
  id: string,
  Command: AwsCommandClass,
  schema: unknown,
): AwsOperation {
  if (!isOperationSchema(schema)) {
    return { id, Command, input: undefined, streams: false };
  }
  const [input, output] = [
    NormalizedSchema.of(schema[4]),
    NormalizedSchema.of(schema[5]),
  ];
  const streams = hasStream(input) || hasStream(output);
  const shape = input.isStructSchema() ? toStructShape(input) : undefined;
  return { id, Command, input: shape, streams };
}

/**
 * The input for the command of an operation.
 *
 * @throws OperationError with code `INVALID_REQUEST`, naming everything that is wrong.
 */
export function toCommandInput(
  operation: AwsOperation,
  request: OperationRequest,
  onUnknown: (member: string) => void,
): Readonly<Record<string, unknown>> {
  const { id, input: shape } = operation;
  if (operation.streams) throw invalid(id, 'it sends or answers a stream');
  const merged = mergeInput(request, shape);
  if (merged === undefined) throw invalid(id, 'its body is not a JSON object');
  if (shape === undefined) return withoutNulls(Object.fromEntries(merged));
  const problems = createInputProblems();
  const input = coerceStruct(shape, merged, '', problems);
  const trouble = describeInputProblems(problems);
  if (trouble !== undefined) throw invalid(id, trouble);
  problems.unknown.forEach(onUnknown);
  return input;
}

function invalid(operationId: string, why: string): OperationError {
  const message = `${operationId} was not sent: ${why}.`;
  return new OperationError('INVALID_REQUEST', message, { operationId });
}

type OperationSchema = readonly [9, string, string, unknown, SchemaRef, SchemaRef];
type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

/** Tells whether something that a client exports is the schema of an operation. */
export function isOperationSchema(schema: unknown): schema is OperationSchema {
  return Array.isArray(schema) && schema[0] === 9 && schema.length >= 6;
}

/** Tells whether a part of an input or output is a stream, which has no JSON. */
export function hasStream(schema: NormalizedSchema): boolean {
  return Object.values(schema.getMemberSchemas()).some((member) => member.isStreaming());
}
