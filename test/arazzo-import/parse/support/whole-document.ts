import type { Json, JsonObject } from '../../../../src/arazzo-import/document.ts';

const criteria: Json = [
  { condition: '$statusCode == 200' },
  { context: '$response.body', condition: '$.a', type: 'jsonpath' },
  { context: '$url', condition: '^h', type: 'regex', 'x-a': 1 },
];

const parameters: Json = [
  { name: 'q', in: 'query', value: '$inputs.q', 'x-a': null },
  { name: 'h', in: 'header', value: 5 },
  { reference: '$components.parameters.page', value: 2 },
];

/** A faultless document in which every object of the specification has all of its fields. */
export function wholeDocument(version: '1.0' | '1.1'): JsonObject {
  const later = version === '1.1';
  const forWorkflow = later
    ? {
        parameters: [
          { name: 'a', value: 1 },
          { reference: '$components.parameters.page' },
        ],
      }
    : {};
  const successActions: Json = [
    { name: 'done', type: 'end', criteria, 'x-a': [] },
    { name: 'on', type: 'goto', stepId: 'second' },
    { name: 'over', type: 'goto', workflowId: 'other', ...forWorkflow },
    { reference: '$components.successActions.stop' },
  ];
  const failureActions: Json = [
    { name: 'again', type: 'retry', retryAfter: 1.5, retryLimit: 3, criteria, 'x-a': {} },
    { name: 'help', type: 'retry', workflowId: 'other', ...forWorkflow },
    { name: 'back', type: 'goto', stepId: 'first' },
    { reference: '$components.failureActions.stop' },
  ];
  return {
    arazzo: `${version}.0`,
    ...(later && { $self: 'https://example.com/a.yaml' }),
    info: { title: 'T', summary: 'S', description: 'D', version: '1', 'x-a': 1 },
    sourceDescriptions: [
      { name: 'pets', url: './pets.yaml', type: 'openapi', 'x-a': 1 },
      { name: 'flows', url: './flows.yaml', type: 'arazzo' },
      ...(later ? [{ name: 'events', url: './events.yaml', type: 'asyncapi' }] : []),
    ],
    workflows: [
      {
        workflowId: 'one',
        summary: 'S',
        description: 'D',
        inputs: { type: 'object' },
        dependsOn: ['other'],
        steps: [
          {
            stepId: 'first',
            description: 'D',
            operationId: 'listPets',
            parameters,
            requestBody: {
              contentType: 'application/json',
              payload: { a: 1 },
              replacements: [
                {
                  target: '/a',
                  value: 'b',
                  ...(later && { targetSelectorType: 'jsonpointer' }),
                  'x-a': 1,
                },
              ],
              'x-a': 1,
            },
            successCriteria: criteria,
            onSuccess: successActions,
            onFailure: failureActions,
            outputs: { a: '$response.body' },
            ...(later && { timeout: 5, dependsOn: ['second'] }),
            'x-a': 1,
          },
          {
            stepId: 'second',
            operationPath: '{$sourceDescriptions.pets.url}#/paths/~1/get',
          },
          { stepId: 'third', workflowId: 'other', parameters: [{ name: 'a', value: 1 }] },
          ...(later ? laterSteps : []),
        ],
        successActions,
        failureActions,
        outputs: { b: '$steps.first.outputs.a' },
        parameters,
        'x-a': 1,
      },
      { workflowId: 'other', steps: [{ stepId: 'only', operationId: 'listPets' }] },
    ],
    components: {
      inputs: { pet: { type: 'object' } },
      parameters: { page: { name: 'page', in: 'query', value: 1 } },
      successActions: { stop: { name: 'stop', type: 'end' } },
      failureActions: { stop: { name: 'stop', type: 'end' } },
      'x-a': 1,
    },
    'x-a': 1,
  };
}

const laterSteps: readonly JsonObject[] = [
  {
    stepId: 'sent',
    channelPath: '{$sourceDescriptions.events.url}#/channels/a',
    action: 'send',
    requestBody: { payload: '$inputs.a' },
  },
  {
    stepId: 'received',
    operationId: '$sourceDescriptions.events.got',
    action: 'receive',
    correlationId: '$inputs.id',
    timeout: 10,
    dependsOn: ['sent', '$workflows.other.steps.only'],
    successCriteria: [
      {
        context: '$message.payload',
        condition: '$.a',
        type: { type: 'jsonpath', version: 'rfc9535' },
      },
    ],
    outputs: {
      picked: { context: '$message.payload', selector: '/a', type: 'jsonpointer' },
      other: {
        context: '$message.payload',
        selector: '$.a',
        type: { type: 'jsonpath', version: 'rfc9535' },
      },
    },
  },
];
