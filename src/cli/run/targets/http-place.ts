import type { OpenApiSource } from '../../../arazzo-import/index.ts';
import { defined } from '../../../arazzo-import/defined.ts';
import type { OpenApiServer } from '../../../openapi/index.ts';
import { findServer } from '../../../services/http/choose-server.ts';
import type { ServerOptions } from '../../../services/http/choose-server.ts';
import { lookUpHttpOperation } from '../../../services/http/http-operation.ts';
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
  | { readonly missing: 'server'; readonly why: string; readonly variable?: string }
  | { readonly missing: 'operation'; readonly operation: OperationReference };

/** Finds out where each operation that is called goes, before anything is sent. */
export function findHttpPlace(plan: HttpPlan): HttpPlace {
  const urls = new Set<string>();
  for (const operation of plan.called.operations) {
    const servers = serversOf(plan, operation);
    if (servers === undefined) return { missing: 'operation', operation };
    const found = findServer(servers, serverOptions(plan));
    if ('problem' in found) {
      const { problem, variable } = found;
      return { missing: 'server', why: problem, ...defined({ variable }) };
    }
    urls.add(found.url.replace(/\/$/u, ''));
  }
  return { urls: [...urls] };
}

function serverOptions({ source, server, serverVariables }: HttpPlan): ServerOptions {
  return defined({ server, serverVariables, descriptionUrl: source?.uri });
}

/** `undefined` when nobody says what the operation is. */
function serversOf(
  { source, operations }: HttpPlan,
  operation: OperationReference,
): readonly OpenApiServer[] | undefined {
  const description = source?.openapi?.description;
  return lookUpHttpOperation(operation, defined({ description, operations }))?.servers;
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
