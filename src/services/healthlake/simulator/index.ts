// The HTTP server is not here but in `start-health-lake-server.ts`: it is the only part that needs Node.
export type { DatastoreSeed } from './add-datastore.ts';
export type { SimulatorClock } from './clock.ts';
export { ConnectionResetError } from './connection-reset-error.ts';
export { createHealthLakeSimulator } from './create-health-lake-simulator.ts';
export type { HealthLakeSimulator } from './create-health-lake-simulator.ts';
export { createSimulatorRequestHandler } from './create-simulator-request-handler.ts';
export type { DatastoreSnapshot } from './datastore.ts';
export type { Fault, OutcomeFault, RequestEffect, RequestFault } from './fault.ts';
export type { JobKind, JobSnapshot } from './job.ts';
export type { Operation } from './operation.ts';
export { parseFault } from './parse-fault.ts';
export type { ParsedFault } from './parse-fault.ts';
export { createRandom } from './random.ts';
export type { Rate, Rates } from './rate-limiter.ts';
export type { LoggedRequest } from './request-log.ts';
export type {
  SimulatorDurations,
  SimulatorOptions,
  SimulatorQuotas,
} from './settings.ts';
