import type { LoadedWorkflow } from '../load-workflow.ts';
import { provisionDatastoreAndExportConfig } from './provision-datastore-and-export.config.ts';
import { createReadyMade } from './ready-made.ts';

/** What {@link provisionDatastoreAndExport} needs. */
export interface ProvisionDatastoreAndExportInputs {
  /** What to call the data store; 1 to 256 characters. */
  readonly DatastoreName: string;
  /** The version of FHIR. */
  readonly DatastoreTypeVersion: 'R4';
  /** Makes the creation repeatable. @default derived from the run */
  readonly CreateClientToken?: string;
  /** Where the export goes: `s3://my-bucket/exports/`. */
  readonly OutputS3Uri: string;
  /** The key that encrypts the exported files: its id, ARN or alias. */
  readonly OutputKmsKeyId: string;
  /** The role that HealthLake takes on to write the files. */
  readonly DataAccessRoleArn: string;
  /** Makes the start of the export repeatable; 1 to 64 characters of `[a-zA-Z0-9-]`. */
  readonly ExportClientToken: string;
  /** What to call the export job; 1 to 64 characters. */
  readonly ExportJobName?: string;
}

/** What {@link provisionDatastoreAndExport} results in. */
export interface ProvisionDatastoreAndExportOutputs {
  readonly datastoreId: string;
  readonly datastoreArn: string;
  readonly jobId: string;
  /** `COMPLETED` */
  readonly jobStatus: string;
}

/**
 * Creates a FHIR data store, waits until it is ACTIVE, exports it and waits until the export job is
 * COMPLETED. Takes half an hour and more.
 *
 * @example
 * ```ts
 * const services = createHealthLakeService({ region: 'us-east-1' });
 * const actor = createActor(provisionDatastoreAndExport.machine({ services }), { input });
 * actor.start();
 * const result = await toPromise(actor);
 * if (result.status === 'completed') console.log(result.outputs.jobId);
 * ```
 */
export const provisionDatastoreAndExport: LoadedWorkflow<
  ProvisionDatastoreAndExportInputs,
  ProvisionDatastoreAndExportOutputs
> = /* @__PURE__ */ createReadyMade(provisionDatastoreAndExportConfig);
