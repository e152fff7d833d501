export { startHealthLakeServer } from '../services/healthlake/simulator/start-health-lake-server.ts';
export type {
  HealthLakeServer,
  HealthLakeServerOptions,
} from '../services/healthlake/simulator/start-health-lake-server.ts';
export { createMemoryBroker } from './memory-broker.ts';
export type { MemoryBroker, PublishedMessage, SentMessage } from './memory-broker.ts';
export { createVirtualClock } from './virtual-clock.ts';
export type { VirtualClock, VirtualClockOptions } from './virtual-clock.ts';
