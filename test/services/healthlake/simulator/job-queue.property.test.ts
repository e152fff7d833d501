import {
  array,
  assert,
  constantFrom,
  integer,
  nat,
  oneof,
  property,
  record,
} from 'fast-check';
import { expect, it } from 'vitest';
import type { Job } from '../../../../src/services/healthlake/simulator/job.ts';
import { createJobQueue } from '../../../../src/services/healthlake/simulator/job-queue.ts';
import type { JobQueue } from '../../../../src/services/healthlake/simulator/job-queue.ts';
import { resolveSettings } from '../../../../src/services/healthlake/simulator/settings.ts';
import { stageAt } from '../../../../src/services/healthlake/simulator/timeline.ts';
import { exportInput } from './create-world.ts';

const steps = array(
  oneof(
    record({ outcome: constantFrom(undefined, 'queued') }),
    record({ cancel: nat(3) }),
    record({ wait: nat(20) }),
  ),
  { maxLength: 30, size: 'max' },
);

const { durations } = resolveSettings({
  durations: { submitted: 10, queued: 150, cancelStep: 5 },
});

it('never runs too many jobs at once, rewrites the past or forgets a job', () => {
  assert(
    property(steps, integer({ min: 1, max: 3 }), (actions, concurrentJobs) => {
      const queue = createJobQueue<'export'>({ concurrentJobs, runTime: 100, durations });
      const seen: { job: Job; at: number; status: string }[] = [];
      let now = 0;
      const pass = (ticks: number): void => {
        for (const end = now + ticks * 10; now < end; now += 10) {
          const jobs = [...queue.jobs.values()];
          const running = jobs.filter((job) => isRunning(job, now)).length;
          if (running > concurrentJobs) throw new Error(`${running} jobs run`);
          seen.push(...jobs.map((job) => ({ job, at: now, status: statusOf(job, now) })));
        }
      };
      for (const action of actions) {
        if ('wait' in action) pass(action.wait);
        else if ('outcome' in action) submit(queue, now, action.outcome);
        else cancel(queue, now, action.cancel);
        pass(1);
      }
      const rewritten = seen.filter(
        ({ job, at, status }) => statusOf(job, at) !== status,
      );
      expect(rewritten).toEqual([]);
      const ends = [...queue.jobs.values()].map((job) => statusOf(job, 1_000_000));
      expect(ends.filter((status) => !/^(CANCEL_)?COMPLETED$/.test(status))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

function statusOf({ timeline }: Job, at: number): string {
  return stageAt(timeline, at).status;
}

/** A cancelled job counts until its cancellation is complete, if it had started. */
function isRunning(job: Job, now: number): boolean {
  const started = job.timeline.some(
    (stage) => stage.status === 'IN_PROGRESS' && stage.at <= now,
  );
  return started && !['COMPLETED', 'CANCEL_COMPLETED'].includes(statusOf(job, now));
}

function submit(
  queue: JobQueue<'export'>,
  now: number,
  outcome: string | undefined,
): void {
  const sequence = queue.jobs.size;
  queue.submit({
    kind: 'export',
    id: String(sequence),
    sequence,
    submittedAt: now,
    visibleFrom: now,
    outcome,
    input: { ...exportInput, DatastoreId: 'a' },
  });
}

function cancel(queue: JobQueue<'export'>, now: number, index: number): void {
  const job = [...queue.jobs.values()][index];
  if (job) queue.cancel(job, now);
}
