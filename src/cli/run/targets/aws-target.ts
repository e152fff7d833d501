import { createAwsService } from '../../../services/aws/create-aws-service.ts';
import type { AwsBinding } from './aws-binding.ts';
import { defaultRegion, isLoopback, isolation, patience, toUrl } from './aws-settings.ts';
import type { AwsArguments, SourceTarget, Warn } from './source-target.ts';

/** The service of a source that is bound to a package of the AWS SDK. */
export function createAwsTarget(
  { serviceName, Client, commands }: AwsBinding,
  { region, profile, endpoint }: AwsArguments,
  onWarning: Warn,
): SourceTarget {
  const url = endpoint === undefined ? undefined : toUrl(endpoint, 'endpoint');
  const isLocal = url !== undefined && isLoopback(url.hostname) && profile === undefined;
  const client = new Client({
    requestHandler: patience,
    ...(url === undefined ? {} : { endpoint, region: region ?? defaultRegion }),
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(isLocal ? isolation : {}),
  });
  const account = [region, profile === undefined ? undefined : `profile ${profile}`]
    .filter((part) => part !== undefined)
    .join(', ');
  const label =
    url === undefined
      ? `AWS ${serviceName}${account === '' ? '' : ` (${account})`}`
      : `the ${serviceName} at ${url.origin}`;
  const service = createAwsService({ name: label, client, commands, onWarning });
  return { label, service, lookSuffix: undefined };
}
