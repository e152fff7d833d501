import { didYouMean } from '../../../diagnostics/index.ts';
import type { SecurityScheme } from '../../../openapi/index.ts';
import { createHttpService } from '../../../services/http/create-http-service.ts';
import { variablesFor } from '../../../services/http/credentials/credentials-from-environment.ts';
import type { Credential } from '../../../services/http/credentials/credential.ts';
import { UsageError } from '../../usage-error.ts';
import { findHttpPlace, serverVariablesOf } from './http-place.ts';
import type { HttpPlan } from './http-place.ts';
import type { SourceTarget, Warn } from './source-target.ts';

/** The service of a source that is called over HTTP. */
export function createHttpTarget(
  plan: HttpPlan,
  credentials: Readonly<Record<string, Credential>>,
  onWarning: Warn,
): SourceTarget {
  const { called, source, server, serverVariables, operations } = plan;
  assertVariables(plan);
  const place = findHttpPlace(plan);
  const description = source?.openapi?.description;
  const service = createHttpService({
    name: called.key,
    ...(description === undefined ? {} : { description }),
    ...(source?.uri === undefined ? {} : { descriptionUrl: source.uri }),
    ...(server === undefined ? {} : { server }),
    serverVariables,
    operations,
    credentials,
    onWarning,
    credentialsHint: (scheme) =>
      hintFor(called.key, description?.securitySchemes[scheme]),
  });
  const urls = 'urls' in place ? place.urls : [];
  return {
    label: `${urls.join(' and ')} (${called.key})`,
    service,
    lookSuffix: undefined,
  };
}

function hintFor(source: string, scheme: SecurityScheme | undefined): string {
  const variables = variablesFor(source, scheme).join(' and ');
  return `Give them with --credentials or ${variables}.`;
}

/** A misspelled variable would leave the address as it is. */
function assertVariables(plan: HttpPlan): void {
  const known = [...serverVariablesOf(plan)];
  const unknown = Object.keys(plan.serverVariables).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(
    `--server-variable names "${unknown}", but no server of "${plan.called.key}" has a variable of that name.`,
    known.length === 0
      ? 'Its addresses have no variables; write --server with the address that is meant.'
      : (didYouMean(unknown, known) ??
          `There is ${known.map((name) => `"${name}"`).join(', ')}.`),
  );
}
