import type { OpenApiDescription } from '../../../openapi/index.ts';
import { lookUpHttpOperation } from '../../../services/http/http-operation.ts';
import type { OperationReference } from '../../../services/service.ts';
import { isHealthLake } from '../called-sources.ts';
import type { CalledSource } from '../called-sources.ts';

/** How a source takes part in a test over HTTP. */
export type SourcePlan =
  | {
      readonly kind: 'http';
      readonly name: string;
      readonly description: OpenApiDescription;
      readonly operations: readonly OperationReference[];
    }
  /** The paths reply themselves, as without HTTP. */
  | { readonly kind: 'scripted'; readonly name: string; readonly why: string }
  /** Paths that call one of these operations cannot be run. */
  | { readonly kind: 'unknown'; readonly name: string; readonly why: string };

/** Says how a source takes part in a test over HTTP. */
export function planSource(
  source: CalledSource,
  description: OpenApiDescription | undefined,
): SourcePlan {
  const { name, hasChannels } = source;
  if (hasChannels)
    return { kind: 'scripted', name, why: 'its messages do not go over HTTP' };
  if (isHealthLake(source, description) || description?.serviceName !== undefined)
    return { kind: 'scripted', name, why: 'it is called through the AWS SDK' };
  if (description === undefined)
    return { kind: 'unknown', name, why: `the source "${name}" has no API description` };
  const stranger = source.operations.find(
    (operation) => lookUpHttpOperation(operation, { description }) === undefined,
  );
  if (stranger === undefined)
    return { kind: 'http', name, description, operations: source.operations };
  const called = stranger.operationId ?? stranger.operationPath ?? '';
  const why = `the API description of "${name}" has no operation "${called}"`;
  return { kind: 'unknown', name, why };
}
