import type { WorkflowConfig } from '../../arazzo-import/index.ts';

/** The machine config of the example `examples/healthlake/start-export-poll-and-list.arazzo.yaml`. */
export const startExportPollAndListConfig: WorkflowConfig = {
  id: 'start-export-poll-and-list',
  description:
    'HealthLake runs one export at a time: a second one waits in the status QUEUED, which no action here names. The poll goes on all the same, because HealthLake is known to be still at work on it.',
  meta: {
    workflowId: 'start-export-poll-and-list',
    summary: 'Start an export, wait until it is COMPLETED, list the export jobs.',
    inputs: {
      type: 'object',
      required: [
        'DatastoreId',
        'OutputS3Uri',
        'OutputKmsKeyId',
        'DataAccessRoleArn',
        'ClientToken',
      ],
      properties: {
        DatastoreId: { type: 'string', description: 'The data store to export.' },
        OutputS3Uri: {
          type: 'string',
          description: 'Where the export goes, for example s3://my-bucket/exports/.',
        },
        OutputKmsKeyId: {
          type: 'string',
          description: 'The key that encrypts the exported files.',
        },
        DataAccessRoleArn: {
          type: 'string',
          description: 'The role that HealthLake takes on to write the files.',
        },
        ClientToken: {
          type: 'string',
          description: 'Makes the start of the export repeatable.',
        },
        JobName: { type: 'string', description: 'What to call the export job.' },
        MaxResults: {
          type: 'string',
          description: 'How many jobs to list at most; a whole number from 1 to 500.',
        },
      },
    },
    outputs: {
      jobId: '$steps.startExportJob.outputs.jobId',
      jobStatus: '$steps.pollExportJob.outputs.jobStatus',
      exportJobPropertiesList: '$steps.listExportJobs.outputs.exportJobPropertiesList',
    },
    sources: { healthlakeApi: { url: './healthlake.openapi.yaml', type: 'openapi' } },
  },
  initial: 'checkingInputs',
  always: [
    {
      guard: { type: 'stepLimitReached', params: { maxSteps: 10000 } },
      target: '.failed',
      actions: [{ type: 'recordFailure', params: { kind: 'step-limit' } }],
      description: 'more than 10000 calls',
    },
  ],
  states: {
    checkingInputs: {
      description:
        'The inputs are checked against their schema before anything is called.',
      always: [
        { guard: { type: 'inputsValid' }, target: 'startExportJob' },
        {
          target: 'failed',
          actions: [{ type: 'recordFailure', params: { kind: 'inputs' } }],
          description: 'the inputs do not fit their schema',
        },
      ],
    },
    startExportJob: {
      description: 'Start the export. It begins as SUBMITTED.',
      meta: {
        stepId: 'startExportJob',
        operation: { source: 'healthlakeApi', operationId: 'StartFHIRExportJob' },
        successCriteria: [{ condition: '$statusCode == 200', type: 'simple' }],
        onSuccess: [],
        onFailure: [],
        outputs: {
          jobId: '$response.body#/JobId',
          jobStatus: '$response.body#/JobStatus',
          datastoreId: '$response.body#/DatastoreId',
        },
      },
      entry: [{ type: 'beginCall', params: { stepId: 'startExportJob' } }],
      invoke: {
        id: 'startExportJob',
        src: 'StartFHIRExportJob',
        input: {
          stepId: 'startExportJob',
          operation: { source: 'healthlakeApi', operationId: 'StartFHIRExportJob' },
          parameters: [
            {
              name: 'X-Amz-Target',
              in: 'header',
              value: 'HealthLake.StartFHIRExportJob',
            },
          ],
          requestBody: {
            contentType: 'application/json',
            payload: {
              JobName: '$inputs.JobName',
              OutputDataConfig: {
                S3Configuration: {
                  S3Uri: '$inputs.OutputS3Uri',
                  KmsKeyId: '$inputs.OutputKmsKeyId',
                },
              },
              DatastoreId: '$inputs.DatastoreId',
              DataAccessRoleArn: '$inputs.DataAccessRoleArn',
              ClientToken: '$inputs.ClientToken',
            },
          },
        },
        onDone: [
          {
            guard: { type: 'succeeded', params: { stepId: 'startExportJob' } },
            target: '#start-export-poll-and-list.pollExportJob',
            actions: [{ type: 'recordAnswer', params: { stepId: 'startExportJob' } }],
            description: '$statusCode == 200',
            meta: { kind: 'next' },
          },
          {
            target: '#start-export-poll-and-list.failed',
            actions: [
              { type: 'recordAnswer', params: { stepId: 'startExportJob' } },
              {
                type: 'recordFailure',
                params: { kind: 'criteria', stepId: 'startExportJob' },
              },
            ],
            description: 'the success criteria do not hold',
            meta: { kind: 'criteria' },
          },
        ],
        onError: [
          {
            target: '#start-export-poll-and-list.failed',
            actions: [
              { type: 'recordAnswer', params: { stepId: 'startExportJob' } },
              {
                type: 'recordFailure',
                params: { kind: 'no-answer', stepId: 'startExportJob' },
              },
            ],
            description: 'no answer',
            meta: { kind: 'no-answer' },
          },
        ],
      },
    },
    pollExportJob: {
      description: 'Look at the export job until it is COMPLETED.',
      meta: {
        stepId: 'pollExportJob',
        operation: { source: 'healthlakeApi', operationId: 'DescribeFHIRExportJob' },
        successCriteria: [{ condition: '$statusCode == 200', type: 'simple' }],
        onSuccess: ['exportCompleted', 'exportStillSubmitted', 'exportStillRunning'],
        onFailure: [],
        outputs: {
          jobStatus: '$response.body#/ExportJobProperties/JobStatus',
          exportJobProperties: '$response.body#/ExportJobProperties',
        },
      },
      initial: 'calling',
      states: {
        calling: {
          entry: [{ type: 'beginCall', params: { stepId: 'pollExportJob' } }],
          invoke: {
            id: 'pollExportJob',
            src: 'DescribeFHIRExportJob',
            input: {
              stepId: 'pollExportJob',
              operation: {
                source: 'healthlakeApi',
                operationId: 'DescribeFHIRExportJob',
              },
              parameters: [
                {
                  name: 'X-Amz-Target',
                  in: 'header',
                  value: 'HealthLake.DescribeFHIRExportJob',
                },
              ],
              requestBody: {
                contentType: 'application/json',
                payload: {
                  DatastoreId: '$inputs.DatastoreId',
                  JobId: '$steps.startExportJob.outputs.jobId',
                },
              },
            },
            onDone: [
              {
                guard: {
                  type: 'exportCompleted',
                  params: {
                    stepId: 'pollExportJob',
                    on: 'success',
                    criteria: [
                      {
                        condition: '$.ExportJobProperties.JobStatus == "COMPLETED"',
                        context: '$response.body',
                        type: 'jsonpath',
                      },
                    ],
                  },
                },
                target: '#start-export-poll-and-list.listExportJobs',
                actions: [{ type: 'recordAnswer', params: { stepId: 'pollExportJob' } }],
                description: '$.ExportJobProperties.JobStatus == "COMPLETED"',
                meta: { kind: 'action', action: 'exportCompleted' },
              },
              {
                guard: {
                  type: 'exportStillSubmitted',
                  params: {
                    stepId: 'pollExportJob',
                    on: 'success',
                    criteria: [
                      {
                        condition: '$.ExportJobProperties.JobStatus == "SUBMITTED"',
                        context: '$response.body',
                        type: 'jsonpath',
                      },
                    ],
                  },
                },
                target: 'waiting',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollExportJob' } },
                  {
                    type: 'planWait',
                    params: {
                      stepId: 'pollExportJob',
                      action: 'exportStillSubmitted',
                      reason: 'poll',
                    },
                  },
                ],
                description: '$.ExportJobProperties.JobStatus == "SUBMITTED"',
                meta: { kind: 'action', action: 'exportStillSubmitted' },
              },
              {
                guard: {
                  type: 'exportStillRunning',
                  params: {
                    stepId: 'pollExportJob',
                    on: 'success',
                    criteria: [
                      {
                        condition: '$.ExportJobProperties.JobStatus == "IN_PROGRESS"',
                        context: '$response.body',
                        type: 'jsonpath',
                      },
                    ],
                  },
                },
                target: 'waiting',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollExportJob' } },
                  {
                    type: 'planWait',
                    params: {
                      stepId: 'pollExportJob',
                      action: 'exportStillRunning',
                      reason: 'poll',
                    },
                  },
                ],
                description: '$.ExportJobProperties.JobStatus == "IN_PROGRESS"',
                meta: { kind: 'action', action: 'exportStillRunning' },
              },
              {
                guard: { type: 'stillPending', params: { stepId: 'pollExportJob' } },
                target: 'waiting',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollExportJob' } },
                  {
                    type: 'planWait',
                    params: { stepId: 'pollExportJob', reason: 'poll' },
                  },
                ],
                description:
                  'no action matched; the service says the status is still moving',
                meta: { kind: 'pending' },
              },
              {
                guard: { type: 'succeeded', params: { stepId: 'pollExportJob' } },
                target: '#start-export-poll-and-list.failed',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollExportJob' } },
                  {
                    type: 'recordFailure',
                    params: { kind: 'unmatched', stepId: 'pollExportJob' },
                  },
                ],
                description: 'no action matched',
                meta: { kind: 'unmatched' },
              },
              {
                target: '#start-export-poll-and-list.failed',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollExportJob' } },
                  {
                    type: 'recordFailure',
                    params: { kind: 'criteria', stepId: 'pollExportJob' },
                  },
                ],
                description: 'the success criteria do not hold',
                meta: { kind: 'criteria' },
              },
            ],
            onError: [
              {
                target: '#start-export-poll-and-list.failed',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollExportJob' } },
                  {
                    type: 'recordFailure',
                    params: { kind: 'no-answer', stepId: 'pollExportJob' },
                  },
                ],
                description: 'no answer',
                meta: { kind: 'no-answer' },
              },
            ],
          },
        },
        waiting: {
          invoke: {
            id: 'pollExportJob.wait',
            src: 'wait',
            input: { stepId: 'pollExportJob' },
            onDone: [{ target: 'calling' }],
          },
        },
      },
    },
    listExportJobs: {
      description: "List the store's export jobs, the new one among them.",
      meta: {
        stepId: 'listExportJobs',
        operation: { source: 'healthlakeApi', operationId: 'ListFHIRExportJobs' },
        successCriteria: [{ condition: '$statusCode == 200', type: 'simple' }],
        onSuccess: [],
        onFailure: [],
        outputs: {
          exportJobPropertiesList: '$response.body#/ExportJobPropertiesList',
          nextToken: '$response.body#/NextToken',
        },
      },
      entry: [{ type: 'beginCall', params: { stepId: 'listExportJobs' } }],
      invoke: {
        id: 'listExportJobs',
        src: 'ListFHIRExportJobs',
        input: {
          stepId: 'listExportJobs',
          operation: { source: 'healthlakeApi', operationId: 'ListFHIRExportJobs' },
          parameters: [
            {
              name: 'X-Amz-Target',
              in: 'header',
              value: 'HealthLake.ListFHIRExportJobs',
            },
            { name: 'MaxResults', in: 'query', value: '$inputs.MaxResults' },
          ],
          requestBody: {
            contentType: 'application/json',
            payload: { DatastoreId: '$inputs.DatastoreId' },
          },
        },
        onDone: [
          {
            guard: { type: 'succeeded', params: { stepId: 'listExportJobs' } },
            target: '#start-export-poll-and-list.completed',
            actions: [{ type: 'recordAnswer', params: { stepId: 'listExportJobs' } }],
            description: '$statusCode == 200',
            meta: { kind: 'next' },
          },
          {
            target: '#start-export-poll-and-list.failed',
            actions: [
              { type: 'recordAnswer', params: { stepId: 'listExportJobs' } },
              {
                type: 'recordFailure',
                params: { kind: 'criteria', stepId: 'listExportJobs' },
              },
            ],
            description: 'the success criteria do not hold',
            meta: { kind: 'criteria' },
          },
        ],
        onError: [
          {
            target: '#start-export-poll-and-list.failed',
            actions: [
              { type: 'recordAnswer', params: { stepId: 'listExportJobs' } },
              {
                type: 'recordFailure',
                params: { kind: 'no-answer', stepId: 'listExportJobs' },
              },
            ],
            description: 'no answer',
            meta: { kind: 'no-answer' },
          },
        ],
      },
    },
    completed: {
      type: 'final',
      description: 'The workflow did what it should.',
      output: { status: 'completed' },
    },
    ended: {
      type: 'final',
      description: 'A failure action ended the workflow.',
      output: { status: 'ended' },
    },
    failed: {
      type: 'final',
      description: 'The workflow could not go on.',
      output: { status: 'failed' },
    },
  },
};
