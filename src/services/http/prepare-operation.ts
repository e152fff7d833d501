import type { SecurityAlternative } from '../../openapi/index.ts';
import type { OperationReference } from '../service.ts';
import { chooseServer, trustedOrigins } from './choose-server.ts';
import type { ServerOptions } from './choose-server.ts';
import { impliedSecurity } from './credentials/choose-security.ts';
import type { Credentials } from './credentials/credential.ts';
import { findHttpOperation } from './http-operation.ts';
import type { HttpOperation, OperationSources } from './http-operation.ts';
import { headerDefaultsOf } from './request/header-defaults.ts';
import type { HeaderDefault } from './request/header-defaults.ts';
import { parseServer } from './request/parse-server.ts';
import type { ServerParts } from './request/parse-server.ts';
import { parsePathTemplate } from './request/path-template.ts';
import type { PathTemplate } from './request/path-template.ts';

/** An operation with what is the same for all its calls. */
export interface PreparedOperation extends HttpOperation {
  readonly server: ServerParts;
  /** Its path. */
  readonly template: PathTemplate;
  /** Headers that are sent also when the document does not name them. */
  readonly headerDefaults: readonly HeaderDefault[];
  /** The header `Accept`. */
  readonly accept: string;
  /** Whether credentials are sent to its server. */
  readonly isTrusted: boolean;
  /** Of credentials, one of which is wanted: as described, or as the credentials suggest. */
  readonly alternatives: readonly SecurityAlternative[];
  /** The names of the credentials in them. */
  readonly credentialNames: readonly string[];
}

interface PreparationOptions extends ServerOptions, OperationSources {
  readonly credentials?: Credentials;
}

/** Gives you a function that finds operations and prepares each of them once. */
export function createPreparer(
  options: PreparationOptions,
): (reference: OperationReference) => PreparedOperation {
  const prepared = new Map<string, PreparedOperation>();
  // A step gives the same object each time, and finding that one is faster.
  const byReference = new WeakMap<OperationReference, PreparedOperation>();
  return (reference) => {
    const known = byReference.get(reference);
    if (known !== undefined) return known;
    const key = JSON.stringify([reference.operationId, reference.operationPath]);
    const operation =
      prepared.get(key) ?? prepare(findHttpOperation(reference, options), options);
    prepared.set(key, operation);
    byReference.set(reference, operation);
    return operation;
  };
}

function prepare(
  operation: HttpOperation,
  options: PreparationOptions,
): PreparedOperation {
  const { servers } = operation;
  const server = parseServer(chooseServer(servers, options));
  const alternatives = operation.security ?? impliedSecurity(options);
  return {
    ...operation,
    server,
    template: parsePathTemplate(operation.path),
    headerDefaults: headerDefaultsOf(operation),
    accept: acceptOf(operation),
    alternatives,
    credentialNames: alternatives.flat().map(({ name }) => name),
    isTrusted: trustedOrigins(servers, options).has(server.origin),
  };
}

/** The description's types of a successful answer come first. */
function acceptOf({ responses }: HttpOperation): string {
  const types = responses
    .filter(({ status }) => /^(?:2|default)/u.test(status))
    .flatMap(({ mediaTypes }) => mediaTypes.map(({ contentType }) => contentType))
    .filter((type) => /^[\w.+*-]+\/[\w.+*-]+(?:\s*;[\x20-\x7E]*)?$/u.test(type));
  return [
    ...new Set(types.length === 0 ? ['application/json'] : types),
    '*/*;q=0.5',
  ].join(', ');
}
