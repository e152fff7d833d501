import type { WorkflowConfig } from '../../arazzo-import/index.ts';

/** The machine config of the example `examples/healthlake/provision-datastore-and-export.arazzo.yaml`. */
export const provisionDatastoreAndExportConfig: WorkflowConfig = {
  id: 'provision-datastore-and-export',
  description:
    'A new data store takes twenty to thirty minutes, an export a few minutes. Both are polled. A status that no action names ends the workflow as failed, unless HealthLake is known to be still at work on it.',
  meta: {
    workflowId: 'provision-datastore-and-export',
    summary:
      'Make a data store, wait until it is ACTIVE, export it, wait until the job is COMPLETED.',
    inputs: {
      type: 'object',
      required: [
        'DatastoreName',
        'DatastoreTypeVersion',
        'OutputS3Uri',
        'OutputKmsKeyId',
        'DataAccessRoleArn',
        'ExportClientToken',
      ],
      properties: {
        DatastoreName: { type: 'string', description: 'What to call the data store.' },
        DatastoreTypeVersion: {
          type: 'string',
          description: 'The version of FHIR; HealthLake knows one.',
          enum: ['R4'],
        },
        CreateClientToken: {
          type: 'string',
          description:
            'Makes the creation repeatable. Without it the run derives a token of its own.',
        },
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
        ExportClientToken: {
          type: 'string',
          description: 'Makes the start of the export repeatable.',
        },
        ExportJobName: { type: 'string', description: 'What to call the export job.' },
      },
    },
    outputs: {
      datastoreId: '$steps.createDatastore.outputs.datastoreId',
      datastoreArn: '$steps.createDatastore.outputs.datastoreArn',
      jobId: '$steps.startExportJob.outputs.jobId',
      jobStatus: '$steps.pollExportJob.outputs.jobStatus',
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
        { guard: { type: 'inputsValid' }, target: 'createDatastore' },
        {
          target: 'failed',
          actions: [{ type: 'recordFailure', params: { kind: 'inputs' } }],
          description: 'the inputs do not fit their schema',
        },
      ],
    },
    createDatastore: {
      description: 'Ask for a new data store. It begins as CREATING.',
      meta: {
        stepId: 'createDatastore',
        operation: { source: 'healthlakeApi', operationId: 'CreateFHIRDatastore' },
        successCriteria: [{ condition: '$statusCode == 200', type: 'simple' }],
        onSuccess: [],
        onFailure: [],
        outputs: {
          datastoreId: '$response.body#/DatastoreId',
          datastoreArn: '$response.body#/DatastoreArn',
          datastoreStatus: '$response.body#/DatastoreStatus',
        },
      },
      entry: [{ type: 'beginCall', params: { stepId: 'createDatastore' } }],
      invoke: {
        id: 'createDatastore',
        src: 'CreateFHIRDatastore',
        input: {
          stepId: 'createDatastore',
          operation: { source: 'healthlakeApi', operationId: 'CreateFHIRDatastore' },
          parameters: [
            {
              name: 'X-Amz-Target',
              in: 'header',
              value: 'HealthLake.CreateFHIRDatastore',
            },
          ],
          requestBody: {
            contentType: 'application/json',
            payload: {
              DatastoreName: '$inputs.DatastoreName',
              DatastoreTypeVersion: '$inputs.DatastoreTypeVersion',
              ClientToken: '$inputs.CreateClientToken',
            },
          },
        },
        onDone: [
          {
            guard: { type: 'succeeded', params: { stepId: 'createDatastore' } },
            target: '#provision-datastore-and-export.pollDatastore',
            actions: [{ type: 'recordAnswer', params: { stepId: 'createDatastore' } }],
            description: '$statusCode == 200',
            meta: { kind: 'next' },
          },
          {
            target: '#provision-datastore-and-export.failed',
            actions: [
              { type: 'recordAnswer', params: { stepId: 'createDatastore' } },
              {
                type: 'recordFailure',
                params: { kind: 'criteria', stepId: 'createDatastore' },
              },
            ],
            description: 'the success criteria do not hold',
            meta: { kind: 'criteria' },
          },
        ],
        onError: [
          {
            target: '#provision-datastore-and-export.failed',
            actions: [
              { type: 'recordAnswer', params: { stepId: 'createDatastore' } },
              {
                type: 'recordFailure',
                params: { kind: 'no-answer', stepId: 'createDatastore' },
              },
            ],
            description: 'no answer',
            meta: { kind: 'no-answer' },
          },
        ],
      },
    },
    pollDatastore: {
      description: 'Look at the data store until it is ACTIVE.',
      meta: {
        stepId: 'pollDatastore',
        operation: { source: 'healthlakeApi', operationId: 'DescribeFHIRDatastore' },
        successCriteria: [{ condition: '$statusCode == 200', type: 'simple' }],
        onSuccess: ['datastoreActive', 'datastoreStillCreating'],
        onFailure: [],
        outputs: {
          datastoreStatus: '$response.body#/DatastoreProperties/DatastoreStatus',
        },
      },
      initial: 'calling',
      states: {
        calling: {
          entry: [{ type: 'beginCall', params: { stepId: 'pollDatastore' } }],
          invoke: {
            id: 'pollDatastore',
            src: 'DescribeFHIRDatastore',
            input: {
              stepId: 'pollDatastore',
              operation: {
                source: 'healthlakeApi',
                operationId: 'DescribeFHIRDatastore',
              },
              parameters: [
                {
                  name: 'X-Amz-Target',
                  in: 'header',
                  value: 'HealthLake.DescribeFHIRDatastore',
                },
              ],
              requestBody: {
                contentType: 'application/json',
                payload: { DatastoreId: '$steps.createDatastore.outputs.datastoreId' },
              },
            },
            onDone: [
              {
                guard: {
                  type: 'datastoreActive',
                  params: {
                    stepId: 'pollDatastore',
                    on: 'success',
                    criteria: [
                      {
                        condition: '$.DatastoreProperties.DatastoreStatus == "ACTIVE"',
                        context: '$response.body',
                        type: 'jsonpath',
                      },
                    ],
                  },
                },
                target: '#provision-datastore-and-export.startExportJob',
                actions: [{ type: 'recordAnswer', params: { stepId: 'pollDatastore' } }],
                description: '$.DatastoreProperties.DatastoreStatus == "ACTIVE"',
                meta: { kind: 'action', action: 'datastoreActive' },
              },
              {
                guard: {
                  type: 'datastoreStillCreating',
                  params: {
                    stepId: 'pollDatastore',
                    on: 'success',
                    criteria: [
                      {
                        condition: '$.DatastoreProperties.DatastoreStatus == "CREATING"',
                        context: '$response.body',
                        type: 'jsonpath',
                      },
                    ],
                  },
                },
                target: 'waiting',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollDatastore' } },
                  {
                    type: 'planWait',
                    params: {
                      stepId: 'pollDatastore',
                      action: 'datastoreStillCreating',
                      reason: 'poll',
                    },
                  },
                ],
                description: '$.DatastoreProperties.DatastoreStatus == "CREATING"',
                meta: { kind: 'action', action: 'datastoreStillCreating' },
              },
              {
                guard: { type: 'stillPending', params: { stepId: 'pollDatastore' } },
                target: 'waiting',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollDatastore' } },
                  {
                    type: 'planWait',
                    params: { stepId: 'pollDatastore', reason: 'poll' },
                  },
                ],
                description:
                  'no action matched; the service says the status is still moving',
                meta: { kind: 'pending' },
              },
              {
                guard: { type: 'succeeded', params: { stepId: 'pollDatastore' } },
                target: '#provision-datastore-and-export.failed',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollDatastore' } },
                  {
                    type: 'recordFailure',
                    params: { kind: 'unmatched', stepId: 'pollDatastore' },
                  },
                ],
                description: 'no action matched',
                meta: { kind: 'unmatched' },
              },
              {
                target: '#provision-datastore-and-export.failed',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollDatastore' } },
                  {
                    type: 'recordFailure',
                    params: { kind: 'criteria', stepId: 'pollDatastore' },
                  },
                ],
                description: 'the success criteria do not hold',
                meta: { kind: 'criteria' },
              },
            ],
            onError: [
              {
                target: '#provision-datastore-and-export.failed',
                actions: [
                  { type: 'recordAnswer', params: { stepId: 'pollDatastore' } },
                  {
                    type: 'recordFailure',
                    params: { kind: 'no-answer', stepId: 'pollDatastore' },
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
            id: 'pollDatastore.wait',
            src: 'wait',
            input: { stepId: 'pollDatastore' },
            onDone: [{ target: 'calling' }],
          },
        },
      },
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
              JobName: '$inputs.ExportJobName',
              OutputDataConfig: {
                S3Configuration: {
                  S3Uri: '$inputs.OutputS3Uri',
                  KmsKeyId: '$inputs.OutputKmsKeyId',
                },
              },
              DatastoreId: '$steps.createDatastore.outputs.datastoreId',
              DataAccessRoleArn: '$inputs.DataAccessRoleArn',
              ClientToken: '$inputs.ExportClientToken',
            },
          },
        },
        onDone: [
          {
            guard: { type: 'succeeded', params: { stepId: 'startExportJob' } },
            target: '#provision-datastore-and-export.pollExportJob',
            actions: [{ type: 'recordAnswer', params: { stepId: 'startExportJob' } }],
            description: '$statusCode == 200',
            meta: { kind: 'next' },
          },
          {
            target: '#provision-datastore-and-export.failed',
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
            target: '#provision-datastore-and-export.failed',
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
                  DatastoreId: '$steps.createDatastore.outputs.datastoreId',
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
                target: '#provision-datastore-and-export.completed',
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
                target: '#provision-datastore-and-export.failed',
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
                target: '#provision-datastore-and-export.failed',
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
                target: '#provision-datastore-and-export.failed',
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
