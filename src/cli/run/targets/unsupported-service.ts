import type { Diagnostic } from '../../../diagnostics/index.ts';
import type { CalledSource } from './called-sources.ts';
import type { HttpPlace } from './http-place.ts';
import type { PlacedSource } from './plan-targets.ts';

type Missing = Extract<HttpPlace, { missing: unknown }> | { readonly missing: 'broker' };

/** A source that nobody here can call, and the options that help. */
export function unsupportedService(
  called: CalledSource,
  placed: PlacedSource | undefined,
  missing: Missing,
): Diagnostic {
  const path = placed?.source.description.path ?? '';
  return {
    code: 'UNSUPPORTED_SERVICE',
    severity: 'error',
    path,
    range: placed?.unit.rangeAt(path) ?? { uri: 'document', start: 0, end: 0 },
    message: messageFor(called, missing),
    hint: hintFor(called, missing),
  };
}

function messageFor({ key }: CalledSource, missing: Missing): string {
  if (missing.missing === 'broker')
    return `The messages of "${key}" cannot be sent or received from the command line: no broker is bound to it.`;
  if (missing.missing === 'server')
    return `It is not known where the API of "${key}" is: ${lowerFirst(missing.why)}`;
  const { operationId, operationPath } = missing.operation;
  return `It is not known what the operation "${operationId ?? operationPath}" of "${key}" is: there is no description that says it.`;
}

function hintFor({ key, operations }: CalledSource, missing: Missing): string {
  if (missing.missing === 'broker')
    return `In code, pass a message service: workflow.machine({ services: { ${JSON.stringify(key)}: … } }).`;
  if (missing.missing === 'server') {
    const { variable } = missing;
    return `Write ${variable === undefined ? '' : `--server-variable ${key}.${variable}=…, or `}--server ${key}=https://….`;
  }
  const ids = [...new Set(operations.flatMap(({ operationId = [] }) => operationId))];
  const id = missing.operation.operationId ?? ids[0] ?? 'operationId';
  return `Write --source ${key}=<path or URL of its OpenAPI description>; or --server ${key}=https://… and, for each operation, --operation ${id}="GET /path".`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
