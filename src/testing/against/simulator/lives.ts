import type { Operation } from '../../../services/healthlake/simulator/operation.ts';

/** The statuses that a resource goes through by itself after an operation, in order. */
const natural: Readonly<Partial<Record<Operation, readonly string[]>>> = {
  CreateFHIRDatastore: ['CREATING', 'ACTIVE'],
  DeleteFHIRDatastore: ['DELETING', 'DELETED'],
  StartFHIRExportJob: ['SUBMITTED', 'QUEUED', 'IN_PROGRESS', 'COMPLETED'],
  StartFHIRImportJob: ['SUBMITTED', 'QUEUED', 'IN_PROGRESS', 'COMPLETED'],
};

/** What resources an operation begins a part of the life of, or looks at. */
const kinds: Readonly<Partial<Record<Operation, ResourceKind>>> = {
  CreateFHIRDatastore: 'datastore',
  DeleteFHIRDatastore: 'datastore',
  DescribeFHIRDatastore: 'datastore',
  StartFHIRExportJob: 'export',
  DescribeFHIRExportJob: 'export',
  StartFHIRImportJob: 'import',
  DescribeFHIRImportJob: 'import',
};

/** What can be looked at. */
export type ResourceKind = 'datastore' | 'export' | 'import';

/** What an operation begins a part of the life of, or looks at. */
export function kindOf(operation: Operation): ResourceKind | undefined {
  return kinds[operation];
}

/** The statuses that a resource goes through after an operation; `undefined` when none begins. */
export function lifeAfter(operation: Operation): readonly string[] | undefined {
  return natural[operation];
}
