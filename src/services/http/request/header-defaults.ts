import type { OpenApiParameter } from '../../../openapi/index.ts';
import type { OperationParameter, OperationRequest } from '../../service.ts';
import { propertyOf } from '../body/property-of.ts';
import { isIgnoredHeader } from './is-ignored-header.ts';
import { isSame } from './request-parameters.ts';

/** A header that is sent also when the document does not name it. */
export interface HeaderDefault {
  readonly name: string;
  readonly in: 'header';
  /** Absent when it is the idempotency token of the call. */
  readonly value?: unknown;
}

/** The declared headers of which it is clear what they have to say. */
export function headerDefaultsOf({
  parameters,
}: {
  readonly parameters: readonly OpenApiParameter[];
}): readonly HeaderDefault[] {
  return parameters.flatMap((parameter): readonly HeaderDefault[] => {
    const { name, in: place } = parameter;
    if (place !== 'header' || isIgnoredHeader(name)) return [];
    if (isTokenHeader(name)) return [{ name, in: place }];
    const value = onlyValue(parameter);
    return value === undefined ? [] : [{ name, in: place, value }];
  });
}

/** What the document does not say and can only be one thing. */
export function withDefaults(
  defaults: readonly HeaderDefault[],
  { parameters, idempotencyToken }: OperationRequest,
): readonly OperationParameter[] {
  if (defaults.length === 0) return parameters;
  const added = defaults
    .filter((each) => !parameters.some((given) => isSame(given, each)))
    .map((each) => ({ value: idempotencyToken, ...each }));
  return [...parameters, ...added];
}

function isTokenHeader(name: string): boolean {
  return /^(?:x-)?idempotency-?(?:key|token)$/iu.test(name);
}

/** A required header with one possible value: `X-Amz-Target`. */
function onlyValue({ required, schema }: OpenApiParameter): unknown {
  if (!required) return undefined;
  const { const: constant, enum: values } = propertyOf(schema()) ?? {};
  if (constant !== undefined) return constant;
  return Array.isArray(values) && values.length === 1 ? values[0] : undefined;
}
