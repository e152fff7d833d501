import * as healthLake from '@aws-sdk/client-healthlake';
import type { HealthLakeClientConfig } from '@aws-sdk/client-healthlake';

import { createAwsService } from '../aws/create-aws-service.ts';
import { readEnvironment } from '../aws/read-environment.ts';
import type { Service } from '../service.ts';
import { healthLakeKnowledge } from './knowledge.ts';

/**
 * Options of {@link createHealthLakeService}: those of the `HealthLakeClient` of the AWS SDK
 * (`region`, `endpoint`, `profile`, `credentials`, `requestHandler`, `maxAttempts`, …), with the
 * defaults of the SDK, and these.
 */
export interface HealthLakeServiceOptions extends HealthLakeClientConfig {
  /** A client of your own. The options of the client are then without effect. */
  readonly client?: healthLake.HealthLakeClient;
  /** For people. @default `Amazon HealthLake`, with the region when it is known beforehand */
  readonly name?: string;
  /** Hears once about each member in a document that an operation does not have. */
  readonly onWarning?: (message: string) => void;
}

/**
 * A service that performs the operations of Amazon HealthLake through the AWS SDK.
 *
 * @example
 * ```ts
 * const service = createHealthLakeService({ region: 'us-east-1' });
 * ```
 */
export function createHealthLakeService(options: HealthLakeServiceOptions = {}): Service {
  const { client, name, onWarning, ...config } = options;
  return createAwsService({
    name: name ?? toName(client === undefined ? regionOf(config) : undefined),
    client: client ?? new healthLake.HealthLakeClient(config),
    commands: healthLake,
    knowledge: healthLakeKnowledge,
    ...(onWarning === undefined ? {} : { onWarning }),
  });
}

/** The region, when it can be known without reading the profile. */
function regionOf({ region }: HealthLakeClientConfig): string | undefined {
  if (typeof region === 'function') return undefined;
  return region ?? readEnvironment('AWS_REGION');
}

function toName(region: string | undefined): string {
  return region === undefined ? 'Amazon HealthLake' : `Amazon HealthLake (${region})`;
}
