import type { OpenApiSource } from '../../../arazzo-import/index.ts';
import { toServerUrl } from '../../../openapi/index.ts';
import type { OpenApiDescription, OpenApiServer } from '../../../openapi/index.ts';
import type { OperationReference } from '../../../services/service.ts';
import type { CalledSource } from './called-sources.ts';
import type { HttpArguments } from './http-arguments.ts';

/** A source that is called over HTTP, and what is known about it. */
export interface HttpPlan extends HttpArguments {
  readonly called: CalledSource;
  readonly source: OpenApiSource | undefined;
}

/** Where the operations of a source are, or what is missing. */
export type HttpPlace =
  | { readonly urls: readonly string[] }
  | { readonly missing: 'server'; readonly why: string }
  | { readonly missing: 'operation'; readonly operation: OperationReference };

/** Finds out where each operation that is called goes, before anything is sent. */
export function findHttpPlace(plan: HttpPlan): HttpPlace {
  const urls = new Set<string>();
  for (const operation of plan.called.operations) {
    const servers = serversOf(plan, operation);
    if (servers === undefined) return { missing: 'operation', operation };
    const found = toUrls(plan, servers);
    if ('why' in found) return { missing: 'server', ...found };
    urls.add(found.url);
  }
  return { urls: [...urls] };
}

/** `undefined` when nobody says what the operation is. */
function serversOf(
  { source, operations }: HttpPlan,
  { operationId, operationPath }: OperationReference,
): readonly OpenApiServer[] | undefined {
  const description = source?.openapi?.description;
  const route =
    operationId !== undefined && Object.hasOwn(operations, operationId)
      ? operations[operationId]
      : undefined;
  if (route !== undefined)
    return description?.read({ route })?.servers ?? description?.servers ?? [];
  if (description !== undefined)
    return readOperation(description, { operationId, operationPath })?.servers;
  return /^\/paths\/[^/]+\/[a-z]+$/u.test(operationPath ?? '') ? [] : undefined;
}

function readOperation(
  description: OpenApiDescription,
  {
    operationId,
    operationPath,
  }: {
    readonly operationId: string | undefined;
    readonly operationPath: string | undefined;
  },
): ReturnType<OpenApiDescription['read']> {
  const byId = operationId === undefined ? undefined : description.read({ operationId });
  if (byId !== undefined || operationPath === undefined) return byId;
  return description.read({ pointer: operationPath });
}

function toUrls(
  { source, server, serverVariables: variables }: HttpPlan,
  servers: readonly OpenApiServer[],
): { readonly url: string } | { readonly why: string } {
  const base = source?.uri;
  const options = { variables, ...(base === undefined ? {} : { base }) };
  const candidates =
    server === undefined
      ? servers
      : [{ url: server, variables: servers[0]?.variables ?? {} }];
  const urls = candidates.map((candidate) => toServerUrl(candidate, options));
  const found = urls.find((each) => 'url' in each);
  if (found !== undefined) return { url: found.url.replace(/\/$/u, '') };
  const [first] = urls;
  return {
    why:
      first !== undefined && 'problem' in first ? first.problem : 'No server is known.',
  };
}

/** The variables that the addresses of a source's operations have. */
export function serverVariablesOf(plan: HttpPlan): ReadonlySet<string> {
  const own = [...(plan.server ?? '').matchAll(/\{([^}]*)\}/gu)].map(
    ([, name = '']) => name,
  );
  const described = plan.called.operations.flatMap(
    (operation) => serversOf(plan, operation) ?? [],
  );
  return new Set([
    ...own,
    ...described.flatMap(({ variables }) => Object.keys(variables)),
  ]);
}
