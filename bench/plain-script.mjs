// What somebody would write without this library: the same eight calls, and no waiting.
import {
  CreateFHIRDatastoreCommand,
  DescribeFHIRDatastoreCommand,
  DescribeFHIRExportJobCommand,
  HealthLakeClient,
  StartFHIRExportJobCommand,
} from '@aws-sdk/client-healthlake';
import { readFileSync } from 'node:fs';

const [endpoint, inputsFile] = process.argv.slice(2);
const inputs = JSON.parse(readFileSync(inputsFile, 'utf8'));
const client = new HealthLakeClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
});

const { DatastoreId } = await client.send(
  new CreateFHIRDatastoreCommand({
    DatastoreName: inputs.DatastoreName,
    DatastoreTypeVersion: inputs.DatastoreTypeVersion,
  }),
);
let status = 'CREATING';
while (status === 'CREATING') {
  const { DatastoreProperties } = await client.send(
    new DescribeFHIRDatastoreCommand({ DatastoreId }),
  );
  status = DatastoreProperties.DatastoreStatus;
}
const { JobId } = await client.send(
  new StartFHIRExportJobCommand({
    DatastoreId,
    OutputDataConfig: {
      S3Configuration: { S3Uri: inputs.OutputS3Uri, KmsKeyId: inputs.OutputKmsKeyId },
    },
    DataAccessRoleArn: inputs.DataAccessRoleArn,
    ClientToken: `${inputs.ExportClientToken}-${process.pid}`,
  }),
);
let jobStatus = 'SUBMITTED';
while (jobStatus === 'SUBMITTED' || jobStatus === 'IN_PROGRESS') {
  const { ExportJobProperties } = await client.send(
    new DescribeFHIRExportJobCommand({ DatastoreId, JobId }),
  );
  jobStatus = ExportJobProperties.JobStatus;
}
console.log(JSON.stringify({ DatastoreId, JobId, jobStatus }));
