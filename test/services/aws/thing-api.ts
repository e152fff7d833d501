import type { AwsClient } from '../../../src/services/aws/aws-client.ts';
import { createAwsService } from '../../../src/services/aws/create-aws-service.ts';
import type {
  OperationAnswer,
  OperationRequest,
  Service,
} from '../../../src/services/service.ts';

// The shape of a generated client package: `<Operation>$` is its schema, `<Operation>Command` its
// class. See `schemas_0.js` of any client for the meaning of the numbers.
class Command {
  readonly input: unknown;
  constructor(input: unknown) {
    this.input = input;
  }
}

const namespace = 'test.things';
const part: unknown[] = [3, namespace, 'Part', 0];
part.push(['Name', 'Size', 'Parts'], [0, 1, () => parts], 1);
const parts = [1, namespace, 'Parts', 0, () => part];
const choice = [4, namespace, 'Choice', 0, ['Left', 'Right'], [0, 1]];
const sparse = [1, namespace, 'Sparse', { sparse: 1 }, 1];
const putThingInput = [3, namespace, 'PutThingRequest', 0];
const members = {
  Id: 0,
  Count: 1,
  Flag: 2,
  When: 4,
  Bytes: 21,
  Big: 17,
  Free: 15,
  Names: 64,
  Sizes: 128 | 1,
  Sparse: () => sparse,
  Part: () => part,
  Choice: () => choice,
  PageSize: [1, { httpQuery: 'page-size' }],
  Client: [0, { httpHeader: 'X-Amz-Client' }],
  Token: [0, 4],
};
putThingInput.push(Object.keys(members) as never, Object.values(members) as never, 1);
const empty = [3, namespace, 'Empty', 0, [], []];
const streaming = [3, namespace, 'Streaming', 0, ['Body'], [42]];

const putThing = [9, namespace, 'PutThing', 0, () => putThingInput, () => empty];
const watchThing = [9, namespace, 'WatchThing', 0, () => empty, () => streaming];

/** A made-up API that has every kind of member. */
const thingApi = {
  $Command: Command,
  PutThing$: putThing as unknown,
  PutThingCommand: class extends Command {},
  WatchThing$: watchThing as unknown,
  WatchThingCommand: class extends Command {},
  // As in the packages of some years ago.
  OldThingCommand: class extends Command {},
  ThingStatus: { ACTIVE: 'ACTIVE' },
};

interface ThingService {
  readonly service: Service;
  /** Inputs of the commands, in the order of the calls. */
  readonly sent: unknown[];
  readonly warnings: string[];
  readonly call: (
    request: Partial<OperationRequest>,
    operationId?: string,
  ) => Promise<OperationAnswer>;
}

/** A service for the things that sends nothing, and what it would have sent. */
export function createThingService(): ThingService {
  const sent: unknown[] = [];
  const warnings: string[] = [];
  const client: AwsClient = {
    middlewareStack: { add() {} },
    async send(command) {
      sent.push((command as Command).input);
      return { $metadata: { httpStatusCode: 200 } };
    },
  };
  const service = createAwsService({
    name: 'Things',
    client,
    commands: thingApi,
    knowledge: { PutThing: { pollInterval: 7 } },
    onWarning: (message) => warnings.push(message),
  });
  const call: ThingService['call'] = (request, operationId = 'PutThing') => {
    const operation = { source: 'things', operationId };
    const idempotencyToken = 'token-of-the-run';
    return service.call(
      { operation, parameters: [], idempotencyToken, ...request },
      { signal: new AbortController().signal },
    );
  };
  return { service, call, sent, warnings };
}

/** What becomes of members on the way to the SDK. */
export async function readThing(payload: unknown): Promise<Record<string, unknown>> {
  const { call, sent } = createThingService();
  await call({ requestBody: { payload } });
  return sent[0] as Record<string, unknown>;
}
