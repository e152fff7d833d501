import type { createHealthLakeService } from '../../../services/healthlake/create-health-lake-service.ts';
import type { Json } from '../../../arazzo-import/index.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { createVirtualClock } from '../../../testing/virtual-clock.ts';
import { createFastClock } from '../fast-clock.ts';
import { UsageError } from '../../usage-error.ts';
import {
  defaultRegion,
  isLoopback,
  isolation,
  patience,
  quietSdk,
  toUrl,
} from './aws-settings.ts';
import type { AwsArguments, SourceTarget } from './source-target.ts';

/** The options that say where HealthLake is. */
export interface HealthLakeArguments extends AwsArguments {
  readonly fault?: readonly string[];
}

/** What the simulator is to have in it, and how fast time is to pass for people who watch. */
export interface SimulatorSetting {
  /** Data stores that the workflow expects to be there. */
  readonly datastores: readonly string[];
  readonly pace: number;
  /** Other sources are on the clock of the wall, and so the simulator is as well, only faster. */
  readonly isAlone: boolean;
}

/** How many times faster the simulator's clock is when it is not alone. */
const speed = 600;

/**
 * Chooses where HealthLake is: on the simulator, unless an option says otherwise. A variable of the
 * environment is never enough to reach AWS.
 */
export async function createHealthLakeTarget(
  options: HealthLakeArguments,
  setting: SimulatorSetting,
): Promise<SourceTarget> {
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
  { datastores, pace, isAlone }: SimulatorSetting,
): Promise<SourceTarget> {
  const { createHealthLakeService } = await loadHealthLake();
  const { createHealthLakeSimulator, createSimulatorRequestHandler } =
    await import('../../../services/healthlake/simulator/index.ts');
  const { createRetryStrategy } = await import('../create-retry-strategy.ts');
  const { parseFaults } = await import('../parse-faults.ts');
  const clock = isAlone ? createVirtualClock({ pace }) : undefined;
  const simulator = createHealthLakeSimulator({
    clock: clock?.inside ?? createFastClock(speed),
    faults: parseFaults(faults),
  });
  for (const id of datastores) simulator.addDatastore({ id });
  const service = createHealthLakeService({
    name: 'HealthLake simulator',
    region: simulator.region,
    endpoint: `https://healthlake.${simulator.region}.amazonaws.com`,
    requestHandler: createSimulatorRequestHandler(simulator),
    ...isolation,
    ...(clock === undefined ? {} : { retryStrategy: createRetryStrategy(clock) }),
  });
  const target = {
    label: simulatorLabel,
    note: 'nothing reaches AWS',
    lookSuffix: undefined,
  };
  if (clock === undefined) return { ...target, service };
  return {
    ...target,
    clock,
    service: {
      ...service,
      call: (request, options) => clock.hold(() => service.call(request, options)),
    },
  };
}

const simulatorLabel = 'the embedded HealthLake simulator';

function createAwsTarget(
  createService: typeof createHealthLakeService,
  { region, profile }: HealthLakeArguments,
): SourceTarget {
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
  { region = defaultRegion, profile }: HealthLakeArguments,
  endpoint: string,
): SourceTarget {
  const url = toUrl(endpoint, 'endpoint');
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

/** The SDK takes a while to load: only a command that calls something loads it. */
async function loadHealthLake(): Promise<{
  readonly createHealthLakeService: typeof createHealthLakeService;
}> {
  quietSdk();
  return import('../../../services/healthlake/create-health-lake-service.ts');
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
