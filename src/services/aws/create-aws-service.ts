import { OperationError } from '../../diagnostics/index.ts';
import type {
  OperationAnswer,
  OperationKnowledge,
  OperationRequest,
  OperationSchemas,
  Service,
} from '../service.ts';
import type { AwsClient, AwsCommandClass } from './aws-client.ts';
import { toAwsOperation, toCommandInput } from './aws-operation.ts';
import type { AwsOperation } from './aws-operation.ts';
import { recordExchanges } from './exchange.ts';
import { findOperationName } from './find-operation-name.ts';
import { readEnvironment } from './read-environment.ts';
import { awsSchemas } from './schema/aws-schemas.ts';
import { toAnswer, toErrorAnswer } from './to-answer.ts';
import { toOperationError, toUnusableAnswer } from './to-operation-error.ts';

/** What {@link createAwsService} needs to know about an AWS API. */
export interface AwsServiceOptions {
  /** For people: `Amazon HealthLake (us-east-1)`. */
  readonly name: string;
  /** A client of the `@aws-sdk/client-*` package. Its retries and timeouts apply. */
  readonly client: AwsClient;
  /** Everything that package exports: `import * as commands from '@aws-sdk/client-…'`. */
  readonly commands: object;
  /** By the name of the operation in the package. */
  readonly knowledge?: Readonly<Record<string, OperationKnowledge>>;
  /** Hears once about each member in a document that an operation does not have. */
  readonly onWarning?: (message: string) => void;
}

/**
 * A service that performs the operations of any AWS API through its client for JavaScript.
 *
 * Parameters and body become one input, which the client's own schema completes: `"5"` becomes 5
 * where a number is wanted. Operations that send or answer a stream are not supported.
 *
 * @example
 * ```ts
 * import * as sfn from '@aws-sdk/client-sfn';
 *
 * const client = new sfn.SFNClient({ region: 'us-east-1' });
 * const service = createAwsService({ name: 'AWS Step Functions', client, commands: sfn });
 * ```
 */
export function createAwsService(options: AwsServiceOptions): Service {
  const { name, client, knowledge = {} } = options;
  const commands = findCommands(options.commands);
  const findOperation = createOperationFinder(commands, options);
  const schemasOf = createSchemaReader(options.commands);
  const warn = warnOnce(options.onWarning);
  recordExchanges(client);
  return {
    name,
    operationIds: [...commands.keys()],
    describe(reference) {
      const id = findOperationName(commands, reference);
      return id === undefined ? undefined : knowledge[id];
    },
    schemas(reference) {
      const id = findOperationName(commands, reference);
      return id === undefined ? undefined : schemasOf(id);
    },
    async call(request, { signal }) {
      const operation = findOperation(request);
      const input = toCommandInput(operation, request, (member) => {
        warn(`${operation.id} has no input "${member}"; it is not sent.`);
      });
      return send(client, operation, input, signal);
    },
  };
}

async function send(
  client: AwsClient,
  { id: operationId, Command }: AwsOperation,
  input: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<OperationAnswer> {
  let output: object | undefined;
  try {
    signal.throwIfAborted();
    output = await client.send(new Command(input), { abortSignal: signal });
    return toAnswer(output);
  } catch (thrown) {
    if (thrown instanceof OperationError) throw thrown;
    if (output !== undefined) throw toUnusableAnswer(thrown, operationId);
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const answer = toErrorAnswer(error);
    if (answer !== undefined) return answer;
    throw toOperationError(error, { operationId, signal, profile: profileOf(client) });
  }
}

/** The classes of all operations, by the operation's name. */
function findCommands(exported: object): ReadonlyMap<string, AwsCommandClass> {
  const commands = new Map<string, AwsCommandClass>();
  for (const [key, value] of Object.entries(exported)) {
    // `$Command` is the base of the others.
    const id = /^(\w+)Command$/.exec(key)?.[1];
    if (id !== undefined && typeof value === 'function') commands.set(id, value);
  }
  return commands;
}

/** Finds what a request asks for. Each operation is prepared at its first call. */
function createOperationFinder(
  commands: ReadonlyMap<string, AwsCommandClass>,
  { name, commands: exported }: AwsServiceOptions,
): (request: OperationRequest) => AwsOperation {
  const prepared = new Map<string, AwsOperation>();
  return ({ operation: reference, parameters }) => {
    const id = findOperationName(commands, reference, parameters) ?? '';
    const known = prepared.get(id);
    if (known !== undefined) return known;
    const Command = commands.get(id);
    if (Command === undefined) {
      const wanted = reference.operationId ?? reference.operationPath ?? '';
      throw new OperationError(
        'INVALID_REQUEST',
        `${name} has no operation "${wanted}".`,
      );
    }
    const schema: unknown = Reflect.get(exported, `${id}$`);
    const operation = toAwsOperation(id, Command, schema);
    prepared.set(id, operation);
    return operation;
  };
}

/** Reads the schemas of each operation once, when somebody asks for them. */
function createSchemaReader(
  exported: object,
): (operationId: string) => OperationSchemas | undefined {
  const known = new Map<string, OperationSchemas | undefined>();
  return (id) => {
    if (!known.has(id)) {
      const schemas = awsSchemas(exported, id);
      known.set(id, schemas && { input: schemas.input, answer: schemas.output });
    }
    return known.get(id);
  };
}

function warnOnce(onWarning: (message: string) => void = () => {}): typeof onWarning {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    onWarning(message);
  };
}

function profileOf({ config }: AwsClient): string | undefined {
  return config?.profile ?? readEnvironment('AWS_PROFILE');
}
