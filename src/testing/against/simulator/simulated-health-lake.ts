import { defined } from '../../../arazzo-import/defined.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { createHealthLakeService } from '../../../services/healthlake/create-health-lake-service.ts';
import {
  createHealthLakeSimulator,
  createSimulatorRequestHandler,
} from '../../../services/healthlake/simulator/index.ts';
import type {
  DatastoreSnapshot,
  HealthLakeSimulator,
} from '../../../services/healthlake/simulator/index.ts';
import type { Operation } from '../../../services/healthlake/simulator/operation.ts';
import type {
  CallOptions,
  OperationAnswer,
  OperationRequest,
} from '../../../services/service.ts';
import { createStepClock } from '../../run-paths/step-clock.ts';
import { kindOf, lifeAfter } from './lives.ts';
import type { ResourceKind } from './lives.ts';
import type { DrivePlan } from './plan-drive.ts';
import type { Wish } from './to-wish.ts';

/** A HealthLake for one path. */
export interface SimulatedHealthLake {
  /** Performs an operation through the AWS SDK, after it has seen to what is wished for. */
  call(
    operation: Operation,
    request: OperationRequest,
    setting: CallOptions & { readonly wish: Wish },
  ): Promise<OperationAnswer>;
}

/** How long each stage takes, in milliseconds: one tick of the clock. */
const tick = 1000;

/** Stages that a resource goes through at most. */
const mostStages = 6;

/** Creates a HealthLake that is driven into a path. Its clock goes on only to show a wished status. */
export function createSimulatedHealthLake({
  faults,
  statusFrom,
}: Pick<DrivePlan, 'faults' | 'statusFrom'>): SimulatedHealthLake {
  let now = Date.UTC(2024, 0, 1);
  const clock = createStepClock();
  const simulator = createHealthLakeSimulator({
    clock: { ...clock, now: () => now },
    durations,
    quotas: false,
    statusFrom,
    faults,
  });
  const service = createHealthLakeService({
    name: 'HealthLake simulator',
    region: simulator.region,
    endpoint: `https://healthlake.${simulator.region}.amazonaws.com`,
    requestHandler: createSimulatorRequestHandler(simulator),
    credentials: { accessKeyId: 'simulator', secretAccessKey: 'simulator' },
    // Its pauses would be on the clock of the wall.
    maxAttempts: 1,
    defaultsMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });
  /** Data stores that are put into each status, because nothing that is asked for leads there. */
  const placed = new Set<string>();
  const place = (id: string, status?: string): void => {
    placed.add(id);
    const { DatastoreName: name } = findDatastore(simulator, id) ?? {};
    simulator.addDatastore({ id, ...defined({ name, status }) });
  };
  const show = ({ kind, id }: Subject, status: string): void => {
    if (kind === 'datastore' && (placed.has(id) || isPlacedOnly(status))) {
      place(id, status);
      return;
    }
    for (let stage = 0; stage < mostStages; stage += 1) {
      if (!isBefore(lookAt(simulator, { kind, id }), status)) return;
      now += tick;
    }
  };
  return {
    call: async (operation, request, { wish, signal }) => {
      for (const id of datastoresIn(request))
        if (findDatastore(simulator, id) === undefined) place(id);
      const subject = subjectOf(operation, request);
      if (wish.kind === 'show' && subject !== undefined) show(subject, wish.status);
      if (wish.kind === 'disturb')
        simulator.addFault({
          kind: 'request',
          operations: [operation],
          from: 1,
          to: 1,
          effect: wish.effect,
        });
      return service.call(request, { signal });
    },
  };
}

const durations = {
  createDatastore: tick,
  deleteDatastore: tick,
  submitted: tick,
  queued: tick,
  exportJob: tick,
  importJob: tick,
  cancelStep: tick,
} as const;

/** What a call looks at. */
interface Subject {
  readonly kind: ResourceKind;
  readonly id: string;
}

function subjectOf(
  operation: Operation,
  { requestBody, parameters }: OperationRequest,
): Subject | undefined {
  const kind = kindOf(operation);
  if (kind === undefined || lifeAfter(operation) !== undefined) return undefined;
  const name = kind === 'datastore' ? 'DatastoreId' : 'JobId';
  const { payload } = requestBody ?? {};
  const id = isObject(payload)
    ? payload[name]
    : parameters.find((each) => each.name === name)?.value;
  return typeof id === 'string' ? { kind, id } : undefined;
}

function lookAt(
  simulator: HealthLakeSimulator,
  { kind, id }: Subject,
): string | undefined {
  if (kind === 'datastore') return findDatastore(simulator, id)?.DatastoreStatus;
  return simulator.jobs(kind).find(({ JobId }) => JobId === id)?.JobStatus;
}

/** Whether a resource in one status gets to another, or past it, by itself. */
function isBefore(status: string | undefined, later: string): boolean {
  const place = passing.indexOf(status ?? '');
  const wanted = passing.indexOf(later);
  return place >= 0 && (wanted < 0 || wanted > place);
}

/** The statuses that pass, in the order in which they do. */
const passing = ['CREATING', 'DELETING', 'SUBMITTED', 'QUEUED', 'IN_PROGRESS'];

/** Newer versions of HealthLake have it while they do what the simulator knows nothing of. */
function isPlacedOnly(status: string): boolean {
  return status === 'UPDATING';
}

function findDatastore(
  { datastores }: HealthLakeSimulator,
  id: string,
): DatastoreSnapshot | undefined {
  return datastores.find(({ DatastoreId }) => DatastoreId === id);
}

/** The data stores that a request names; the workflow expects those that it has not created to be there. */
function datastoresIn({ requestBody, parameters }: OperationRequest): readonly string[] {
  const { payload } = requestBody ?? {};
  const values = new Map<string, unknown>([
    ...parameters.map(({ name, value }) => [name, value] as const),
    ...(isObject(payload) ? Object.entries(payload) : []),
  ]);
  const arn = values.get('ResourceARN');
  const ids = [
    values.get('DatastoreId'),
    typeof arn === 'string' ? arn.split('/').at(-1) : '',
  ];
  return ids.filter((id): id is string => typeof id === 'string' && id !== '');
}
