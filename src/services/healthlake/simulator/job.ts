import type {
  ExportJobProperties,
  ImportJobProperties,
} from '@aws-sdk/client-healthlake';
import type { OperationInputs } from './operation.ts';
import { toProgressReport } from './progress-report.ts';
import { finalJobStatuses } from './statuses.ts';
import { stageAt } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import type { Wire } from './wire.ts';

/** What a job does. */
export type JobKind = 'export' | 'import';

/** What a job of some kind was started with. */
export interface JobInputs {
  readonly export: OperationInputs['StartFHIRExportJob'];
  readonly import: OperationInputs['StartFHIRImportJob'];
}

/** A job of the simulated account. */
export interface Job<Kind extends JobKind = JobKind> {
  readonly kind: Kind;
  readonly id: string;
  /** Its place in the order of submission. */
  readonly sequence: number;
  readonly submittedAt: number;
  readonly visibleFrom: number;
  readonly input: JobInputs[Kind];
  /** In what it ends instead of COMPLETED, or where it stays. */
  readonly outcome: string | undefined;
  timeline: Timeline;
}

/** A job as it travels; faults may give it any status. */
export type JobSnapshot<Kind extends JobKind = JobKind> = Omit<
  Wire<{ export: ExportJobProperties; import: ImportJobProperties }[Kind]>,
  'JobStatus'
> & { readonly JobStatus: string };

/** What the service says about a job at a point in time. */
export function toJobSnapshot<Kind extends JobKind>(
  job: Job<Kind>,
  now: number,
): JobSnapshot<Kind> {
  const { ClientToken: _token, ...details } = job.input;
  const { status, at } = stageAt(job.timeline, now);
  const snapshot = {
    JobId: job.id,
    JobStatus: status,
    SubmitTime: job.submittedAt / 1000,
    ...details,
    ...(finalJobStatuses.has(status) && { EndTime: at / 1000 }),
    ...(status.endsWith('FAILED') && { Message: explainFailure(job.kind, status) }),
    ...(job.kind === 'import' && { JobProgressReport: toProgressReport(job, now) }),
  };
  return snapshot as unknown as JobSnapshot<Kind>;
}

/** Its signs are those that the service allows in a message. */
function explainFailure(kind: JobKind, status: string): string {
  const work =
    status === 'CANCEL_FAILED' ? `cancelling the ${kind} job` : `the ${kind} job`;
  return `Failure: ${work} did not succeed. The simulator was told to let it fail.`;
}
