export { startHealthLakeServer } from '../services/healthlake/simulator/start-health-lake-server.ts';
export type {
  HealthLakeServer,
  HealthLakeServerOptions,
} from '../services/healthlake/simulator/start-health-lake-server.ts';
export { createMemoryBroker } from './memory-broker.ts';
export type { MemoryBroker, PublishedMessage, SentMessage } from './memory-broker.ts';
export { createVirtualClock } from './virtual-clock.ts';
export type { VirtualClock, VirtualClockOptions } from './virtual-clock.ts';
export type { AnyWorkflow } from '../analysis/paths/explorable-machine.ts';
export { planPaths } from '../analysis/paths/plan-paths.ts';
export type { PathOptions, PathPlan } from '../analysis/paths/plan-paths.ts';
export type { PathSelection } from '../analysis/paths/select-trails.ts';
export type {
  CallEnd,
  Path,
  PathEnd,
  PathEvent,
  PathInputs,
  WaitEnd,
} from '../analysis/paths/path.ts';
export type { Case, CaseKind, Reply, ReplyError } from '../analysis/cases/case.ts';
export { parseGivenCases } from '../analysis/cases/given-cases.ts';
export type {
  GivenCase,
  GivenCases,
  GivenProblem,
  ParsedGivenCases,
} from '../analysis/cases/given-cases.ts';
export type { Gaps } from '../analysis/coverage/counted.ts';
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
export { compareRecording } from './recording/compare-recording.ts';
export type { RecordingProblem } from './recording/compare-recording.ts';
export { parseRecording } from './recording/parse-recording.ts';
export type { ParsedRecording } from './recording/parse-recording.ts';
export type {
  RecordedPath,
  RecordedPaths,
  RecordedRequest,
  Recording,
} from './recording/recording.ts';
export { toRecording } from './recording/to-recording.ts';
export { toHtml } from './reports/html/to-html.ts';
export type { HtmlOptions } from './reports/html/to-html.ts';
export { toJUnit } from './reports/junit/to-junit.ts';
export type { JUnitOptions } from './reports/junit/to-junit.ts';
export type { HidePath } from './reports/hide-path.ts';
export { analyseArazzo } from './analyse-arazzo.ts';
export type { AnalyseArazzoOptions } from './analyse-arazzo.ts';
export type {
  Analysis,
  ServiceFacts,
  Severities,
  SuppressedDiagnostic,
} from '../analysis/findings/index.ts';
