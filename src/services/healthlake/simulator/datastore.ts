import type { DatastoreProperties, ErrorCause } from '@aws-sdk/client-healthlake';
import type { OperationInputs } from './operation.ts';
import type { Settings } from './settings.ts';
import { stageAt } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import type { Wire } from './wire.ts';

/** A data store of the simulated account. */
export interface Datastore {
  readonly id: string;
  /** Its place in the order of creation. */
  readonly sequence: number;
  readonly createdAt: number;
  readonly visibleFrom: number;
  readonly input: OperationInputs['CreateFHIRDatastore'];
  readonly tags: Map<string, string>;
  timeline: Timeline;
  /** When a deleted data store disappears. */
  goneAt: number;
}

/** A data store as it travels; faults may give it any status. */
export type DatastoreSnapshot = Omit<Wire<DatastoreProperties>, 'DatastoreStatus'> & {
  readonly DatastoreStatus: string;
};

/** How a data store is called, whatever state it is in. */
export function toDatastoreNames(
  id: string,
  { region, accountId }: Settings,
): { DatastoreId: string; DatastoreArn: string; DatastoreEndpoint: string } {
  return {
    DatastoreId: id,
    DatastoreArn: `arn:aws:healthlake:${region}:${accountId}:datastore/fhir/${id}`,
    DatastoreEndpoint: `https://healthlake.${region}.amazonaws.com/datastore/${id}/r4/`,
  };
}

/** What the service says about a data store at a point in time. */
export function toDatastoreSnapshot(
  { id, createdAt, timeline, input }: Datastore,
  settings: Settings,
  now: number,
): DatastoreSnapshot {
  const { DatastoreTypeVersion, DatastoreName, PreloadDataConfig } = input;
  const { SseConfiguration, IdentityProviderConfiguration } = input;
  const { status } = stageAt(timeline, now);
  return {
    ...toDatastoreNames(id, settings),
    DatastoreStatus: status,
    DatastoreTypeVersion,
    ...(DatastoreName !== undefined && { DatastoreName }),
    CreatedAt: createdAt / 1000,
    SseConfiguration: SseConfiguration ?? {
      KmsEncryptionConfig: { CmkType: 'AWS_OWNED_KMS_KEY' },
    },
    ...(PreloadDataConfig && { PreloadDataConfig }),
    ...(IdentityProviderConfiguration && { IdentityProviderConfiguration }),
    ...(status.endsWith('FAILED') && { ErrorCause: explainFailure(status) }),
  };
}

function explainFailure(status: string): Wire<ErrorCause> {
  const work = status === 'CREATE_FAILED' ? 'created' : 'changed';
  return {
    ErrorMessage: `The data store could not be ${work}. The simulator was told to let it fail.`,
    ErrorCategory: 'RETRYABLE_ERROR',
  };
}
