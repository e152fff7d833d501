import type {
  CreateFHIRDatastoreRequest,
  DeleteFHIRDatastoreRequest,
  DescribeFHIRDatastoreRequest,
  DescribeFHIRExportJobRequest,
  DescribeFHIRImportJobRequest,
  ListFHIRDatastoresRequest,
  ListFHIRExportJobsRequest,
  ListFHIRImportJobsRequest,
  ListTagsForResourceRequest,
  StartFHIRExportJobRequest,
  StartFHIRImportJobRequest,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-healthlake';
import type { Wire } from './wire.ts';

/** What each operation of the service takes, as it travels. */
export interface OperationInputs {
  readonly CreateFHIRDatastore: Wire<CreateFHIRDatastoreRequest>;
  readonly DeleteFHIRDatastore: Wire<DeleteFHIRDatastoreRequest>;
  readonly DescribeFHIRDatastore: Wire<DescribeFHIRDatastoreRequest>;
  readonly DescribeFHIRExportJob: Wire<DescribeFHIRExportJobRequest>;
  readonly DescribeFHIRImportJob: Wire<DescribeFHIRImportJobRequest>;
  readonly ListFHIRDatastores: Wire<ListFHIRDatastoresRequest>;
  readonly ListFHIRExportJobs: Wire<ListFHIRExportJobsRequest>;
  readonly ListFHIRImportJobs: Wire<ListFHIRImportJobsRequest>;
  readonly ListTagsForResource: Wire<ListTagsForResourceRequest>;
  readonly StartFHIRExportJob: Wire<StartFHIRExportJobRequest>;
  readonly StartFHIRImportJob: Wire<StartFHIRImportJobRequest>;
  readonly TagResource: Wire<TagResourceRequest>;
  readonly UntagResource: Wire<UntagResourceRequest>;
}

/** The name of an operation that the simulator performs. */
export type Operation = keyof OperationInputs;
