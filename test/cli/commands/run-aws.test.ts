import { afterEach, expect, test } from 'vitest';
import { startServer, writeFolder } from '../support/pets.ts';
import type { SeeingServer } from '../support/pets.ts';
import { runCli } from '../support/run-cli.ts';

let server: SeeingServer | undefined;
let remove: (() => Promise<void>) | undefined;

afterEach(async () => {
  await server?.close();
  await remove?.();
});

const document = `
arazzo: 1.0.1
info: { title: Orders, version: 1.0.0 }
sourceDescriptions:
  - { name: machines, url: ./states.openapi.yaml, type: openapi }
  - { name: queue, url: ./sqs.openapi.yaml, type: openapi }
workflows:
  - workflowId: order
    steps:
      - stepId: start
        operationId: $sourceDescriptions.machines.StartExecution
        requestBody:
          contentType: application/x-amz-json-1.0
          payload: { stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:m', input: '{}' }
        successCriteria: [{ condition: $statusCode == 200 }]
        outputs: { arn: $response.body#/executionArn }
      - stepId: tell
        operationId: $sourceDescriptions.queue.SendMessage
        requestBody:
          payload: { QueueUrl: 'http://127.0.0.1/q', MessageBody: $steps.start.outputs.arn }
        successCriteria: [{ condition: $statusCode == 200 }]
        outputs: { id: $response.body#/MessageId }
    outputs: { arn: $steps.start.outputs.arn, id: $steps.tell.outputs.id }
`;

/** Just enough of two AWS services, told apart by their target header. */
function answer({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): {
  readonly body: string;
} {
  const target = String(headers['x-amz-target']);
  return target.startsWith('AWSStepFunctions')
    ? { body: '{"executionArn":"arn:e","startDate":1.7e9}' }
    : {
        body: '{"MessageId":"m1","MD5OfMessageBody":"36d73ebd855d15bd3bc3ec3326cb2f14"}',
      };
}

const bindings = [
  '--aws',
  'machines=@aws-sdk/client-sfn',
  '--aws',
  'queue=@aws-sdk/client-sqs',
];

test('sources are bound to clients of the AWS SDK', async () => {
  server = await startServer(answer);
  const folder = await writeFolder({ 'a.yaml': document });
  remove = folder.remove;
  const { stdout, code } = await runCli([
    'run',
    folder.at('a.yaml'),
    '--json',
    ...bindings,
    '--endpoint',
    server.url,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    status: 'completed',
    outputs: { arn: 'arn:e', id: 'm1' },
    target: `the SFN at ${server.url}, the SQS at ${server.url}`,
  });
  expect(code).toBe(0);
  expect(server.seen.map(({ headers }) => headers['x-amz-target'])).toEqual([
    'AWSStepFunctions.StartExecution',
    'AmazonSQS.SendMessage',
  ]);
});

test('an operation that the client does not have is told with the nearest', async () => {
  const folder = await writeFolder({
    'a.yaml': document.replace('.StartExecution', '.StartExecutions'),
  });
  remove = folder.remove;
  const { stdout, code } = await runCli([
    'run',
    folder.at('a.yaml'),
    '--json',
    ...bindings,
    '--region',
    'us-east-1',
  ]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    diagnostics: [{ code: 'UNKNOWN_OPERATION', hint: 'Did you mean "StartExecution"?' }],
  });
});
