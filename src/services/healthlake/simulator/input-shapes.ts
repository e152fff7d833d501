import type { Operation, OperationInputs } from './operation.ts';
import type {
  EnumShape,
  ListShape,
  NumberShape,
  ShapeOf,
  StringShape,
  StructureShape,
} from './shape.ts';
import { jobStatuses } from './statuses.ts';

const text = (min: number, max: number, pattern?: RegExp): StringShape => ({
  type: 'string',
  min,
  max,
  ...(pattern && { pattern }),
});
const oneOf = <const Value extends string>(...values: Value[]): EnumShape<Value> => ({
  type: 'enum',
  values,
});
const listOf = <Item>(item: Item, max: number): ListShape<Item> => ({
  type: 'list',
  item,
  max,
});
const structure = <Required, Optional = object>(
  required: Required,
  optional: Optional = {} as Optional,
): StructureShape<Required, Optional> => ({ type: 'structure', required, optional });

const words = /^([\p{L}\p{Z}\p{N}_.:/=+\-%@]*)$/u;
const tagWords = /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u;
const keyId =
  /^(arn:aws((-us-gov)|(-iso)|(-iso-b)|(-cn))?:kms:)?([a-z]{2}-[a-z]+(-[a-z]+)?-\d:)?(\d{12}:)?(((key\/)?[a-zA-Z0-9-_]+)|(alias\/[a-zA-Z0-9:/_-]+))$/;
const lambdaArn =
  /^arn:aws:lambda:[a-z]{2}-[a-z]+-\d{1}:\d{12}:function:[a-zA-Z0-9\-_.]+(:(\$LATEST|[a-zA-Z0-9\-_]+))?$/;
const resourceArn =
  /^arn:aws((-us-gov)|(-iso)|(-iso-b)|(-cn))?:healthlake:[a-z0-9-]+:\d{12}:datastore\/fhir\/.{32}$/;

const id = text(1, 32, words);
const datastoreName = text(1, 256, words);
const jobName = text(1, 64, words);
const clientToken = text(1, 64, /^[a-zA-Z0-9-]+$/);
const s3Uri = text(0, 1024, /^s3:\/\/[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9](\/.*)?$/);
const kmsKeyId = text(1, 400, keyId);
const roleArn = text(20, 2048, /^arn:aws(-[^:]+)?:iam::[0-9]{12}:role\/.+$/);
const resource = text(1, 1011, resourceArn);
const nextToken = text(0, 8192, /^\p{ASCII}*$/u);
const maxResults: NumberShape = { type: 'integer', min: 1, max: 500 };
const timestamp: NumberShape = { type: 'timestamp' };
const tagKey = text(1, 128, tagWords);
const tags = listOf(structure({ Key: tagKey, Value: text(0, 256, tagWords) }), 200);
const outputDataConfig = structure({
  S3Configuration: structure({ S3Uri: s3Uri, KmsKeyId: kmsKeyId }),
});

const datastore = structure({ DatastoreId: id });
const job = structure({ DatastoreId: id, JobId: id });
const jobList = structure(
  { DatastoreId: id },
  {
    NextToken: nextToken,
    MaxResults: maxResults,
    JobName: jobName,
    JobStatus: oneOf(...jobStatuses),
    SubmittedBefore: timestamp,
    SubmittedAfter: timestamp,
  },
);

/** What each operation accepts; the types of the SDK see to it that no member is missing here. */
export const inputShapes: {
  readonly [Name in Operation]: ShapeOf<OperationInputs[Name]>;
} = {
  CreateFHIRDatastore: structure(
    { DatastoreTypeVersion: oneOf('R4') },
    {
      DatastoreName: datastoreName,
      SseConfiguration: structure({
        KmsEncryptionConfig: structure(
          { CmkType: oneOf('CUSTOMER_MANAGED_KMS_KEY', 'AWS_OWNED_KMS_KEY') },
          { KmsKeyId: kmsKeyId },
        ),
      }),
      PreloadDataConfig: structure({ PreloadDataType: oneOf('SYNTHEA') }),
      ClientToken: clientToken,
      Tags: tags,
      IdentityProviderConfiguration: structure(
        {
          AuthorizationStrategy: oneOf('SMART_ON_FHIR_V1', 'SMART_ON_FHIR', 'AWS_AUTH'),
        },
        {
          FineGrainedAuthorizationEnabled: { type: 'boolean' },
          Metadata: { type: 'string' },
          IdpLambdaArn: text(49, 256, lambdaArn),
        },
      ),
    },
  ),
  DeleteFHIRDatastore: datastore,
  DescribeFHIRDatastore: datastore,
  ListFHIRDatastores: structure(
    {},
    {
      Filter: structure(
        {},
        {
          DatastoreName: datastoreName,
          DatastoreStatus: oneOf(
            'CREATING',
            'ACTIVE',
            'DELETING',
            'DELETED',
            'CREATE_FAILED',
          ),
          CreatedBefore: timestamp,
          CreatedAfter: timestamp,
        },
      ),
      NextToken: nextToken,
      MaxResults: maxResults,
    },
  ),
  StartFHIRExportJob: structure(
    { OutputDataConfig: outputDataConfig, DatastoreId: id, DataAccessRoleArn: roleArn },
    { JobName: jobName, ClientToken: clientToken },
  ),
  DescribeFHIRExportJob: job,
  ListFHIRExportJobs: jobList,
  StartFHIRImportJob: structure(
    {
      InputDataConfig: structure({ S3Uri: s3Uri }),
      JobOutputDataConfig: outputDataConfig,
      DatastoreId: id,
      DataAccessRoleArn: roleArn,
    },
    {
      JobName: jobName,
      ClientToken: clientToken,
      ValidationLevel: oneOf('strict', 'structure-only', 'minimal'),
    },
  ),
  DescribeFHIRImportJob: job,
  ListFHIRImportJobs: jobList,
  TagResource: structure({ ResourceARN: resource, Tags: tags }),
  UntagResource: structure({ ResourceARN: resource, TagKeys: listOf(tagKey, 200) }),
  ListTagsForResource: structure({ ResourceARN: resource }),
};

/** Narrows a name to an operation that the simulator performs. */
export function isOperation(name: string): name is Operation {
  return Object.hasOwn(inputShapes, name);
}
