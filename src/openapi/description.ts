import { indexOperations } from './index-operations.ts';
import type { IndexedOperation, OperationEntry } from './index-operations.ts';
import { isObject, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { createOperationReader } from './operation-reader.ts';
import type { OpenApiVersion } from './operation-reader.ts';
import { readOperation } from './read-operation.ts';
import type { OpenApiOperation } from './read-operation.ts';
import type { FileResolver, OpenApiProblem, Place } from './references.ts';
import { readSecuritySchemes } from './security.ts';
import type { SecurityScheme } from './security.ts';
import { readServers, readSwaggerServers } from './servers.ts';
import type { OpenApiServer } from './servers.ts';

/** Names an operation: by its id, by a JSON Pointer, or by method and path (`GET /pets`). */
export type OperationKey =
  | { readonly operationId: string }
  | { readonly pointer: string }
  | { readonly route: string };

/** An OpenAPI description, read only as far as somebody asks. */
export interface OpenApiDescription {
  readonly version: OpenApiVersion;
  readonly title?: string;
  /** `info.x-serviceName`, which converters of AWS models write. */
  readonly serviceName?: string;
  /** Of the whole description; an operation may have others. */
  readonly servers: readonly OpenApiServer[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** All operations, in the order of the description. */
  readonly operations: readonly OperationEntry[];
  /** Ids that several operations have; the first is the one that is found. */
  readonly duplicateIds: readonly string[];
  /** Finds an operation without reading it. */
  readonly find: (key: OperationKey) => OperationEntry | undefined;
  /** Reads an operation; the same object each time. */
  readonly read: (key: OperationKey) => OpenApiOperation | undefined;
  /** What is wrong with the paths and the security schemes. */
  readonly problems: readonly OpenApiProblem[];
}

/** How a description is read. */
export interface DescriptionOptions {
  /** Its URL, which references to other files are relative to. */
  readonly url?: string;
  /** Gives the content of other files that the description refers to. */
  readonly resolveFile?: FileResolver;
}

/**
 * Reads a parsed OpenAPI description (2.0, 3.0, 3.1, 3.2); `undefined` when it is none. What is wrong
 * with it is found when the part that has it is asked for.
 */
export function readDescription(
  value: Json | undefined,
  { url = '', resolveFile }: DescriptionOptions = {},
): OpenApiDescription | undefined {
  const version = isObject(value) ? versionOf(value) : undefined;
  if (!isObject(value) || version === undefined) return undefined;
  const reader = createOperationReader(version, resolveFile);
  const root: Place = { file: { url, root: value }, pointer: '', value };
  const index = createIndex(indexOperations(reader.references, root));
  const servers = rootServers(value, version);
  const schemes = readSecuritySchemes(reader, root);
  const read = new Map<string, OpenApiOperation>();
  return {
    version,
    ...infoOf(value),
    servers,
    securitySchemes: schemes,
    operations: index.all,
    duplicateIds: index.duplicateIds,
    problems: reader.problems,
    find: index.find,
    read(key) {
      const found = index.find(key);
      if (found === undefined) return undefined;
      const known = read.get(found.pointer);
      if (known !== undefined) return known;
      const operation = readOperation(
        createOperationReader(version, resolveFile),
        found,
        {
          servers,
          schemes,
        },
      );
      read.set(found.pointer, operation);
      return operation;
    },
  };
}

/** Later versions of 3 are read like the last one that is known. */
function versionOf(root: JsonObject): OpenApiVersion | undefined {
  if ('swagger' in root) return '2.0';
  if (!('openapi' in root)) return undefined;
  const minor = /^3\.(\d+)/u.exec(versionText(root['openapi']))?.[1] ?? '0';
  if (Number(minor) === 0) return '3.0';
  return Number(minor) === 1 ? '3.1' : '3.2';
}

/** A version without quotes is a number in YAML. */
function versionText(version: Json | undefined): string {
  return typeof version === 'number' ? String(version) : (textOf(version) ?? '');
}

function infoOf(root: JsonObject): Pick<OpenApiDescription, 'title' | 'serviceName'> {
  const info = isObject(root['info']) ? root['info'] : {};
  const title = textOf(info['title']);
  const serviceName = textOf(info['x-serviceName']);
  return {
    ...(title === undefined ? {} : { title }),
    ...(serviceName === undefined ? {} : { serviceName }),
  };
}

/** Without servers it is the root of where the description comes from. */
function rootServers(
  root: JsonObject,
  version: OpenApiVersion,
): readonly OpenApiServer[] {
  return version === '2.0'
    ? readSwaggerServers(root, root['schemes'])
    : (readServers(root['servers']) ?? [{ url: '/', variables: {} }]);
}

interface OperationIndex {
  readonly all: readonly IndexedOperation[];
  readonly duplicateIds: readonly string[];
  readonly find: (key: OperationKey) => IndexedOperation | undefined;
}

function createIndex(all: readonly IndexedOperation[]): OperationIndex {
  const byId = new Map<string, IndexedOperation>();
  const duplicateIds = new Set<string>();
  for (const operation of all) {
    const { operationId } = operation;
    if (operationId === undefined) continue;
    if (byId.has(operationId)) duplicateIds.add(operationId);
    else byId.set(operationId, operation);
  }
  const byPointer = new Map(all.map((operation) => [operation.pointer, operation]));
  const byRoute = new Map(
    all.map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  return {
    all,
    duplicateIds: [...duplicateIds],
    find: (key) => {
      if ('operationId' in key) return byId.get(key.operationId);
      return 'pointer' in key
        ? byPointer.get(key.pointer)
        : byRoute.get(routeOf(key.route));
    },
  };
}

/** Methods are written in capitals, whatever the caller writes. */
function routeOf(route: string): string {
  const [method = '', path = ''] = route.trim().split(/\s+/u, 2);
  return `${method.toUpperCase()} ${path}`;
}
