import { createHttpService } from '../../../services/http/create-http-service.ts';
import type { Credential } from '../../../services/http/credentials/credential.ts';
import { findHttpPlace } from './http-place.ts';
import type { HttpPlan } from './http-place.ts';
import type { SourceTarget, Warn } from './source-target.ts';

/** The service of a source that is called over HTTP. */
export function createHttpTarget(
  plan: HttpPlan,
  credentials: Readonly<Record<string, Credential>>,
  onWarning: Warn,
): SourceTarget {
  const { called, source, server, serverVariables, operations } = plan;
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
  });
  const urls = 'urls' in place ? place.urls : [];
  return {
    label: `${urls.join(' and ')} (${called.key})`,
    service,
    lookSuffix: undefined,
  };
}
