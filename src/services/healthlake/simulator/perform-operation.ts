import type { Account } from './account.ts';
import {
  createDatastore,
  deleteDatastore,
  describeDatastore,
  listDatastorePage,
} from './datastore-operations.ts';
import { describeJob, listJobPage, startJob } from './job-operations.ts';
import type { Operation, OperationInputs } from './operation.ts';
import { listTags, tagResource, untagResource } from './tag-operations.ts';
import { validateInput } from './validate-input.ts';

const operations: {
  readonly [Name in Operation]: (
    account: Account,
    input: OperationInputs[Name],
  ) => object | undefined;
} = {
  CreateFHIRDatastore: createDatastore,
  DeleteFHIRDatastore: deleteDatastore,
  DescribeFHIRDatastore: describeDatastore,
  ListFHIRDatastores: listDatastorePage,
  StartFHIRExportJob: (account, input) => startJob(account, 'export', input),
  DescribeFHIRExportJob: (account, input) => describeJob(account, 'export', input),
  ListFHIRExportJobs: (account, input) => listJobPage(account, 'export', input),
  StartFHIRImportJob: (account, input) => startJob(account, 'import', input),
  DescribeFHIRImportJob: (account, input) => describeJob(account, 'import', input),
  ListFHIRImportJobs: (account, input) => listJobPage(account, 'import', input),
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTags,
};

/**
 * What an operation answers; `undefined` is an empty body. Like the service it first counts the
 * request, then looks at the input, then at the account.
 *
 * @throws ServiceError
 */
export function performOperation(
  account: Account,
  operation: Operation,
  body: unknown,
): object | undefined {
  account.limitRate(operation, account.now());
  // The compiler cannot see that operation and input belong together.
  const perform = operations[operation] as (
    account: Account,
    input: OperationInputs[Operation],
  ) => object | undefined;
  return perform(account, validateInput(operation, body));
}
