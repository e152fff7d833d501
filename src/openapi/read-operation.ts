import { isObject, textOf } from './json.ts';
import type { JsonObject } from './json.ts';
import type { IndexedOperation, OperationEntry } from './index-operations.ts';
import type { OperationReader } from './operation-reader.ts';
import { readParameters } from './parameters.ts';
import type { OpenApiParameter } from './parameters.ts';
import type { OpenApiProblem, Place } from './references.ts';
import { readRequestBody, readSwaggerBody } from './request-body.ts';
import type { OpenApiRequestBody } from './request-body.ts';
import { readResponses } from './responses.ts';
import type { OpenApiResponse } from './responses.ts';
import { readSecurity } from './security.ts';
import type { SecurityAlternative, SecurityScheme } from './security.ts';
import { readServers, readSwaggerServers } from './servers.ts';
import type { OpenApiServer } from './servers.ts';

/** Everything that a description says about one operation. */
export interface OpenApiOperation extends OperationEntry {
  readonly summary?: string;
  readonly description?: string;
  /** The one to use comes first. */
  readonly servers: readonly OpenApiServer[];
  /** Those of the path item among them. */
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: OpenApiRequestBody;
  readonly responses: readonly OpenApiResponse[];
  /** Alternatives in the order of the description; absent when it says nothing about it. */
  readonly security?: readonly SecurityAlternative[];
  /** What is wrong with it. Asking for a schema may add to it. */
  readonly problems: readonly OpenApiProblem[];
}

/** What the whole description says about each operation. */
export interface Defaults {
  readonly servers: readonly OpenApiServer[];
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
}

/** Reads one operation completely, except for its schemas. */
export function readOperation(
  reader: OperationReader,
  { item, keys, ...entry }: IndexedOperation,
  defaults: Defaults,
): OpenApiOperation {
  const { child } = reader.references;
  const place = child(item, ...keys);
  const lists = [child(item, 'parameters'), child(place, 'parameters')];
  const isSwagger = reader.version === '2.0';
  const requestBody = isSwagger
    ? readSwaggerBody(reader, place, lists)
    : readRequestBody(reader, place);
  return {
    ...entry,
    ...textsOf(place),
    servers: serversOf(place, item, defaults.servers, isSwagger),
    parameters: readParameters(reader, lists),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: readResponses(reader, place),
    ...readSecurity(place, defaults.schemes),
    problems: reader.problems,
  };
}

function textsOf({ value }: Place): Pick<OpenApiOperation, 'summary' | 'description'> {
  const summary = isObject(value) ? textOf(value['summary']) : undefined;
  const description = isObject(value) ? textOf(value['description']) : undefined;
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
  };
}

/** The operation's own, else the path item's, else those of the whole description. */
function serversOf(
  operation: Place,
  item: Place,
  servers: readonly OpenApiServer[],
  isSwagger: boolean,
): readonly OpenApiServer[] {
  if (!isObject(operation.value)) return servers;
  if (isSwagger) {
    const { schemes } = operation.value;
    return schemes === undefined
      ? servers
      : readSwaggerServers(item.file.root as JsonObject, schemes);
  }
  const own = readServers(operation.value['servers']);
  return (
    own ??
    (isObject(item.value) ? readServers(item.value['servers']) : undefined) ??
    servers
  );
}
