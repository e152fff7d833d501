import { readDescription } from '../../../src/openapi/index.ts';
import type { FileResolver, OpenApiDescription } from '../../../src/openapi/index.ts';
import type { Json, JsonObject } from '../../../src/openapi/json.ts';

interface Api {
  readonly openapi?: string;
  readonly url?: string;
  readonly resolveFile?: FileResolver;
}

/** A description of version 3 (or `openapi`) with these members beside `info`. */
export function describeApi(
  members: JsonObject,
  { openapi = '3.0.3', ...options }: Api = {},
): OpenApiDescription {
  return read({ openapi, info: { title: 'API', version: '1' }, ...members }, options);
}

/** A description of version 2.0. */
export function describeSwagger(members: JsonObject): OpenApiDescription {
  return read({ swagger: '2.0', info: { title: 'API', version: '1' }, ...members }, {});
}

function read(value: Json, options: Omit<Api, 'openapi'>): OpenApiDescription {
  const description = readDescription(value, options);
  if (description === undefined) throw new Error('That is no description.');
  return description;
}
