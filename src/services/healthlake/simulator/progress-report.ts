import type { JobProgressReport } from '@aws-sdk/client-healthlake';
import type { Job } from './job.ts';
import type { Wire } from './wire.ts';
import { stageAt } from './timeline.ts';

const totals = { files: 10, megabytes: 12.5, resources: 1000, faultyResources: 25 };

/** How far an import has come: evenly from its start to its end. */
export function toProgressReport(
  { timeline }: Job,
  now: number,
): Wire<JobProgressReport> {
  const share = shareDone(timeline, now);
  const part = (total: number): number => Math.floor(total * share);
  const withErrors = stageAt(timeline, now).status === 'COMPLETED_WITH_ERRORS';
  const faulty = withErrors ? totals.faultyResources : 0;
  return {
    TotalNumberOfScannedFiles: part(totals.files),
    TotalSizeOfScannedFilesInMB: totals.megabytes * share,
    TotalNumberOfImportedFiles: part(totals.files),
    TotalNumberOfResourcesScanned: part(totals.resources),
    TotalNumberOfResourcesImported: part(totals.resources) - faulty,
    TotalNumberOfResourcesWithCustomerError: faulty,
    TotalNumberOfFilesReadWithCustomerError: withErrors ? 1 : 0,
    Throughput: share > 0 ? totals.megabytes : 0,
  };
}

function shareDone(timeline: Job['timeline'], now: number): number {
  const started = timeline.findIndex(({ status }) => status === 'IN_PROGRESS');
  const start = timeline[started]?.at ?? Infinity;
  const end = timeline[started + 1]?.at ?? Infinity;
  if (now >= end) return 1;
  return now > start && end < Infinity ? (now - start) / (end - start) : 0;
}
