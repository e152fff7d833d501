import { readDescription } from '../../openapi/index.ts';
import type { FileResolver, OpenApiDescription } from '../../openapi/index.ts';
import type { OperationReference } from '../../services/service.ts';
import { defined } from '../defined.ts';
import type { Json } from '../document.ts';
import type { SourceOperations } from '../link/link-context.ts';

/** An API description, as far as linking and recognising it needs. */
export interface OpenApiIndex extends SourceOperations {
  readonly title?: string;
  /** `info.x-serviceName`, which converters of AWS models write. */
  readonly serviceName?: string;
  readonly servers: readonly string[];
  /** Everything else, for those who call its operations. */
  readonly description: OpenApiDescription;
}

/** Where a description comes from. */
export interface OpenApiOrigin {
  readonly url?: string;
  readonly resolveFile?: FileResolver;
}

/** Indexes the operations of an OpenAPI description (2.0 or 3.x); `undefined` when it is none. */
export function indexOpenApi(
  value: Json | undefined,
  origin: OpenApiOrigin = {},
): OpenApiIndex | undefined {
  const description = readDescription(value, origin);
  if (description === undefined) return undefined;
  const { title, serviceName, servers, operations } = description;
  return defined({
    operationIds: [
      ...new Set(
        operations.flatMap(({ operationId }) =>
          operationId === undefined ? [] : [operationId],
        ),
      ),
    ],
    find: (reference: OperationReference) => findOperation(description, reference),
    servers: servers.map(({ url }) => url),
    title,
    serviceName,
    description,
  });
}

function findOperation(
  description: OpenApiDescription,
  reference: OperationReference,
): OperationReference | undefined {
  const { source, operationId, operationPath } = reference;
  if (operationId !== undefined)
    return description.find({ operationId }) === undefined ? undefined : reference;
  if (operationPath === undefined) return undefined;
  const found = description.find({ pointer: operationPath });
  if (found === undefined) return undefined;
  return defined({ source, operationPath, operationId: found.operationId });
}
