import type { createHealthLakeService } from '../../services/healthlake/create-health-lake-service.ts';
import type { Json } from '../../arazzo-import/index.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import type { Service } from '../../services/service.ts';
import { createVirtualClock } from '../../testing/virtual-clock.ts';
import type { VirtualClock } from '../../testing/virtual-clock.ts';
import { UsageError } from '../usage-error.ts';

/** The options that say where a workflow runs. */
export interface TargetOptions {
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly fault?: readonly string[];
}

/** Where a workflow runs. */
export interface RunTarget {
  /** For people, after "on": `the embedded HealthLake simulator`. */
  readonly label: string;
  /** What people want to know before it begins. */
  readonly note?: string;
  readonly service: Service;
  /** Time, where it is not that of the wall. */
  readonly clock?: VirtualClock;
  /** What to add to a command that looks at a resource; `undefined` where the resource is gone. */
  readonly lookSuffix: string | undefined;
}

/** What the simulator is to have in it, and how fast time is to pass for people who watch. */
export interface SimulatorSetting {
  /** Data stores that the workflow expects to be there. */
  readonly datastores: readonly string[];
  readonly pace: number;
}

/** The region when only an endpoint is given; a local server does not care. */
const defaultRegion = 'us-east-1';

/**
 * Chooses where a workflow runs: on the simulator, unless an option says otherwise. A variable of the
 * environment is never enough to reach AWS.
 */
export async function createRunTarget(
  options: TargetOptions,
  setting: SimulatorSetting,
): Promise<RunTarget> {
  const { region, profile, endpoint, fault = [] } = options;
  if (region === undefined && profile === undefined && endpoint === undefined) {
    return createSimulatorTarget(fault, setting);
  }
  if (fault.length > 0) {
    throw new UsageError(
      '--fault lets something go wrong on the embedded simulator only.',
      'Leave out --region, --profile and --endpoint, or give --fault to "arazzo-xstate simulate".',
    );
  }
  const { createHealthLakeService } = await loadHealthLake();
  return endpoint === undefined
    ? createAwsTarget(createHealthLakeService, options)
    : createEndpointTarget(createHealthLakeService, options, endpoint);
}

async function createSimulatorTarget(
  faults: readonly string[],
  { datastores, pace }: SimulatorSetting,
): Promise<RunTarget> {
  const { createHealthLakeService } = await loadHealthLake();
  const { createHealthLakeSimulator, createSimulatorRequestHandler } =
    await import('../../services/healthlake/simulator/index.ts');
  const { createRetryStrategy } = await import('./create-retry-strategy.ts');
  const { parseFaults } = await import('./parse-faults.ts');
  const clock = createVirtualClock({ pace });
  const simulator = createHealthLakeSimulator({
    clock: clock.inside,
    faults: parseFaults(faults),
  });
  for (const id of datastores) simulator.addDatastore({ id });
  const service = createHealthLakeService({
    name: 'HealthLake simulator',
    region: simulator.region,
    endpoint: `https://healthlake.${simulator.region}.amazonaws.com`,
    requestHandler: createSimulatorRequestHandler(simulator),
    ...isolation,
    retryStrategy: createRetryStrategy(clock),
  });
  return {
    label: 'the embedded HealthLake simulator',
    note: 'nothing reaches AWS',
    clock,
    lookSuffix: undefined,
    service: {
      ...service,
      call: (request, options) => clock.hold(() => service.call(request, options)),
    },
  };
}

function createAwsTarget(
  createService: typeof createHealthLakeService,
  { region, profile }: TargetOptions,
): RunTarget {
  const where = [region, profile === undefined ? undefined : `profile ${profile}`];
  const flags = [
    region === undefined ? '' : ` --region ${region}`,
    profile === undefined ? '' : ` --profile ${profile}`,
  ];
  return {
    label: `Amazon HealthLake (${where.filter((part) => part !== undefined).join(', ')})`,
    lookSuffix: flags.join(''),
    service: createService({
      requestHandler: patience,
      ...(region === undefined ? {} : { region }),
      ...(profile === undefined ? {} : { profile }),
    }),
  };
}

function createEndpointTarget(
  createService: typeof createHealthLakeService,
  { region = defaultRegion, profile }: TargetOptions,
  endpoint: string,
): RunTarget {
  const url = toUrl(endpoint);
  const local = isLoopback(url.hostname) && profile === undefined;
  return {
    label: `the HealthLake at ${url.origin}`,
    lookSuffix: ` --region ${region} --endpoint-url ${endpoint}${profile === undefined ? '' : ` --profile ${profile}`}`,
    service: createService({
      name: `HealthLake at ${url.origin}`,
      region,
      endpoint,
      requestHandler: patience,
      ...(profile === undefined ? {} : { profile }),
      ...(local ? isolation : { useFipsEndpoint: false, useDualstackEndpoint: false }),
    }),
  };
}

/**
 * How long a server may take, in milliseconds. The SDK would wait for ever; it repeats a request that
 * took too long, with the same token.
 */
const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
} as const;

/**
 * What a client would otherwise read from the environment and the files of AWS: nothing there changes
 * what a simulator or a local server sees, and neither gets real credentials.
 */
const isolation = {
  credentials: { accessKeyId: 'simulator', secretAccessKey: 'simulator' },
  maxAttempts: 3,
  retryMode: 'standard',
  defaultsMode: 'standard',
  userAgentAppId: 'arazzo-xstate',
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
} as const;

function toUrl(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol)) return url;
  throw new UsageError(
    `--endpoint "${endpoint}" is no URL.`,
    'Write --endpoint http://127.0.0.1:4010.',
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

/** The SDK takes a while to load: only a command that calls something loads it. */
async function loadHealthLake(): Promise<{
  readonly createHealthLakeService: typeof createHealthLakeService;
}> {
  // Its complaint about older versions of Node is for whoever develops with it.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  return import('../../services/healthlake/create-health-lake-service.ts');
}

/** The data stores that a workflow takes as inputs and so expects to exist. */
export function expectedDatastores(
  payloads: readonly (Json | undefined)[],
  inputs: Readonly<Record<string, Json>>,
): readonly string[] {
  const names = payloads.flatMap((payload) => {
    const id = isObject(payload) ? payload['DatastoreId'] : undefined;
    const name = typeof id === 'string' ? /^\$inputs\.(.+)$/u.exec(id)?.[1] : undefined;
    return name === undefined ? [] : [name];
  });
  const ids = names.map((name) => inputs[name]);
  return [...new Set(ids)].filter((id): id is string => typeof id === 'string');
}
