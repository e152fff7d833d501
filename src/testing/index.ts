export { startHealthLakeServer } from '../services/healthlake/simulator/start-health-lake-server.ts';
export type {
  HealthLakeServer,
  HealthLakeServerOptions,
} from '../services/healthlake/simulator/start-health-lake-server.ts';
export { createMemoryBroker } from './memory-broker.ts';
export type { MemoryBroker, PublishedMessage, SentMessage } from './memory-broker.ts';
export { createVirtualClock } from './virtual-clock.ts';
export type { VirtualClock, VirtualClockOptions } from './virtual-clock.ts';
export { planPaths } from '../analysis/paths/plan-paths.ts';
export type { PathOptions, PathPlan } from '../analysis/paths/plan-paths.ts';
export type {
  CallEnd,
  Path,
  PathEnd,
  PathEvent,
  PathInputs,
  WaitEnd,
} from '../analysis/paths/path.ts';
export type { Case, CaseKind, Reply, ReplyError } from '../analysis/cases/case.ts';
export type { Count, Coverage, Uncovered } from '../analysis/coverage/coverage.ts';
export { createPathRunner, runPaths } from './run-paths/run-paths.ts';
export type { Against } from './against/against.ts';
export type {
  PathRunner,
  PathRunnerOptions,
  RunPathsOptions,
} from './run-paths/run-paths.ts';
export type {
  PathProblem,
  PathResult,
  SentRequest,
  WorkflowReport,
} from './run-paths/path-result.ts';
