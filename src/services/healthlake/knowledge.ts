import type {
  CreatedKnowledge,
  OperationKnowledge,
  StatusKnowledge,
} from '../service.ts';

/** The ids of all operations of HealthLake's API of 2017-07-01. */
export const healthLakeOperationIds = [
  'CreateFHIRDatastore',
  'DeleteFHIRDatastore',
  'DescribeFHIRDatastore',
  'DescribeFHIRExportJob',
  'DescribeFHIRImportJob',
  'ListFHIRDatastores',
  'ListFHIRExportJobs',
  'ListFHIRImportJobs',
  'ListTagsForResource',
  'StartFHIRExportJob',
  'StartFHIRImportJob',
  'TagResource',
  'UntagResource',
] as const;

// AWS's own waiters poll at these intervals.
const datastoreInterval = 60_000;
const jobInterval = 120_000;

const datastoreStatus: StatusKnowledge = {
  pointer: '/DatastoreProperties/DatastoreStatus',
  reasons: ['/DatastoreProperties/ErrorCause/ErrorMessage'],
  // UPDATING and UPDATE_FAILED came with later versions of the API.
  pending: ['CREATING', 'UPDATING'],
  succeeded: ['ACTIVE'],
  failed: ['CREATE_FAILED', 'UPDATE_FAILED', 'DELETING', 'DELETED'],
};

/** What is known about HealthLake's operations, by their ids. */
export const healthLakeKnowledge: Readonly<Record<string, OperationKnowledge>> = {
  CreateFHIRDatastore: {
    creates: {
      resource: 'data store',
      id: '/DatastoreId',
      look: 'aws healthlake describe-fhir-datastore --datastore-id {id}',
      find: 'aws healthlake list-fhir-datastores',
    },
  },
  DescribeFHIRDatastore: { pollInterval: datastoreInterval, status: datastoreStatus },
  ListFHIRDatastores: { pollInterval: datastoreInterval },
  StartFHIRExportJob: { creates: createdJob('export') },
  DescribeFHIRExportJob: {
    pollInterval: jobInterval,
    status: jobStatus('/ExportJobProperties'),
  },
  ListFHIRExportJobs: { pollInterval: jobInterval },
  StartFHIRImportJob: { creates: createdJob('import') },
  DescribeFHIRImportJob: {
    pollInterval: jobInterval,
    status: jobStatus('/ImportJobProperties'),
  },
  ListFHIRImportJobs: { pollInterval: jobInterval },
};

function createdJob(kind: 'export' | 'import'): CreatedKnowledge {
  return {
    resource: `${kind} job`,
    id: '/JobId',
    look: `aws healthlake describe-fhir-${kind}-job --datastore-id {/DatastoreId} --job-id {id}`,
    find: `aws healthlake list-fhir-${kind}-jobs --datastore-id {/DatastoreId}`,
  };
}

function jobStatus(properties: string): StatusKnowledge {
  return {
    pointer: `${properties}/JobStatus`,
    reasons: [`${properties}/Message`],
    pending: ['SUBMITTED', 'QUEUED', 'IN_PROGRESS'],
    succeeded: ['COMPLETED'],
    failed: [
      'COMPLETED_WITH_ERRORS',
      'FAILED',
      // A job that somebody cancels does not complete any more.
      'CANCEL_SUBMITTED',
      'CANCEL_IN_PROGRESS',
      'CANCEL_COMPLETED',
      // The cancelling failed, and AWS's waiters give the job up as well.
      'CANCEL_FAILED',
    ],
  };
}
