import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceOperations } from '../../../arazzo-import/index.ts';
import type { AwsClient } from '../../../services/aws/aws-client.ts';
import { findOperationName } from '../../../services/aws/find-operation-name.ts';
import { readPairs } from '../../read-pairs.ts';
import { UsageError } from '../../usage-error.ts';
import { quietSdk } from './aws-settings.ts';

/** The package that performs the operations of a source. */
export interface AwsBinding {
  /** The source. */
  readonly key: string;
  /** What the client calls the service: `SFN`. */
  readonly serviceName: string;
  readonly Client: AwsClientClass;
  /** Everything that the package exports. */
  readonly commands: Readonly<Record<string, unknown>>;
  readonly operations: SourceOperations;
}

/** The class of a client, for example `SFNClient`. */
type AwsClientClass = new (config: object) => AwsClient;

/**
 * Loads the packages that `--aws <source>=@aws-sdk/client-…` names, by source.
 * @throws UsageError for a package that is not installed, or that is no client of the AWS SDK
 */
export async function loadAwsBindings(
  given: readonly string[],
): Promise<ReadonlyMap<string, AwsBinding>> {
  const named = readPairs(given, 'aws', '--aws orders=@aws-sdk/client-sqs');
  const bindings = await Promise.all(
    named.map(async ([key, name]) => toBinding(key, name, await loadModule(name))),
  );
  return new Map(bindings.map((binding) => [binding.key, binding]));
}

/** A name of any other package is refused: a document or a typing error should run no code. */
const clientPackage = /^@aws-sdk\/client-[a-z\d-]+$/u;

async function loadModule(name: string): Promise<Readonly<Record<string, unknown>>> {
  const isPath = /^(?:\.{1,2}\/|\/|[a-z]:\\|file:)/iu.test(name);
  if (!isPath && !clientPackage.test(name))
    throw new UsageError(
      `--aws "${name}" is no client of the AWS SDK.`,
      'Write a package as --aws orders=@aws-sdk/client-sqs, or the path of a module: --aws orders=./client.mjs.',
    );
  quietSdk();
  const url = isPath ? toModuleUrl(name) : findPackage(name);
  let module: Readonly<Record<string, unknown>>;
  try {
    module = (await import(/* @vite-ignore */ url)) as typeof module;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--aws ${name} cannot be loaded: ${why}`);
  }
  const { default: whole } = module;
  return typeof whole === 'object' && whole !== null ? { ...whole, ...module } : module;
}

function toModuleUrl(path: string): string {
  return /^file:/iu.test(path) ? path : pathToFileURL(resolve(path)).href;
}

/** From the folder of the caller, else from where this program is. */
function findPackage(name: string): string {
  for (const from of [join(process.cwd(), 'noop.js'), import.meta.url]) {
    try {
      return pathToFileURL(createRequire(from).resolve(name)).href;
    } catch {
      continue;
    }
  }
  throw new UsageError(
    `The package ${name} is not installed.`,
    `Install it: npm install ${name}`,
  );
}

function toBinding(
  key: string,
  name: string,
  commands: Readonly<Record<string, unknown>>,
): AwsBinding {
  const found = Object.entries(commands).find(
    ([each, value]) => /^[A-Z]\w*Client$/u.test(each) && typeof value === 'function',
  );
  const names = new Set(
    Object.keys(commands).flatMap((each) => /^(\w+)Command$/u.exec(each)?.[1] ?? []),
  );
  if (found === undefined || names.size === 0)
    throw new UsageError(
      `--aws ${name} exports no client and no commands.`,
      'It has to be like the packages @aws-sdk/client-….',
    );
  const [clientName, Client] = found;
  return {
    key,
    serviceName: clientName.slice(0, -'Client'.length),
    Client: Client as AwsClientClass,
    commands,
    operations: toOperations(names),
  };
}

function toOperations(names: ReadonlySet<string>): SourceOperations {
  return {
    operationIds: [...names],
    find: (reference) =>
      findOperationName(names, reference) === undefined ? undefined : reference,
  };
}
