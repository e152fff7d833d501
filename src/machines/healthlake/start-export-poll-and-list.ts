import type { LoadedWorkflow } from '../load-workflow.ts';
import { createReadyMade } from './ready-made.ts';
import { startExportPollAndListConfig } from './start-export-poll-and-list.config.ts';

/** What {@link startExportPollAndList} needs. */
export interface StartExportPollAndListInputs {
  /** The data store to export: 32 hexadecimal digits. */
  readonly DatastoreId: string;
  /** Where the export goes: `s3://my-bucket/exports/`. */
  readonly OutputS3Uri: string;
  /** The key that encrypts the exported files: its id, ARN or alias. */
  readonly OutputKmsKeyId: string;
  /** The role that HealthLake takes on to write the files. */
  readonly DataAccessRoleArn: string;
  /** Makes the start of the export repeatable; 1 to 64 characters of `[a-zA-Z0-9-]`. */
  readonly ClientToken: string;
  /** What to call the export job; 1 to 64 characters. */
  readonly JobName?: string;
  /** How many jobs to list at most: a whole number from 1 to 500, as text. */
  readonly MaxResults?: string;
}

/** An export job in {@link StartExportPollAndListOutputs}. */
export interface ExportJob {
  readonly JobId: string;
  readonly JobStatus: string;
  /** ISO 8601. */
  readonly SubmitTime: string;
  readonly DatastoreId: string;
  readonly JobName?: string;
  /** ISO 8601; absent while the job runs. */
  readonly EndTime?: string;
  /** Why the job failed, when HealthLake says so. */
  readonly Message?: string;
  readonly DataAccessRoleArn?: string;
  readonly OutputDataConfig: {
    readonly S3Configuration: { readonly S3Uri: string; readonly KmsKeyId?: string };
  };
}

/** What {@link startExportPollAndList} results in. */
export interface StartExportPollAndListOutputs {
  readonly jobId: string;
  /** `COMPLETED` */
  readonly jobStatus: string;
  /** The first page of the data store's export jobs. */
  readonly exportJobPropertiesList: readonly ExportJob[];
}

/**
 * Exports a FHIR data store that exists, waits until the export job is COMPLETED and lists the data
 * store's export jobs.
 *
 * @example
 * ```ts
 * const services = createHealthLakeService({ region: 'us-east-1' });
 * const actor = createActor(startExportPollAndList.machine({ services }), { input });
 * ```
 */
export const startExportPollAndList: LoadedWorkflow<
  StartExportPollAndListInputs,
  StartExportPollAndListOutputs
> = /* @__PURE__ */ createReadyMade(startExportPollAndListConfig);
