import type { Job, JobKind } from './job.ts';
import type { SimulatorDurations } from './settings.ts';
import { divert, stageAt } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** The jobs of one kind in the order of their submission. */
export interface JobQueue<Kind extends JobKind> {
  readonly jobs: ReadonlyMap<string, Job<Kind>>;
  /** Takes a job in and plans when it runs: first come, first served. */
  submit(job: Omit<Job<Kind>, 'timeline'>): Job<Kind>;
  /** Cancels a job unless it is over; those behind it move up. */
  cancel(job: Job<Kind>, now: number): boolean;
}

interface QueueOptions {
  readonly concurrentJobs: number;
  readonly runTime: number;
  readonly durations: SimulatorDurations;
}

const cancellable = new Set(['SUBMITTED', 'QUEUED', 'IN_PROGRESS']);

/** An empty queue. */
export function createJobQueue<Kind extends JobKind>(
  options: QueueOptions,
): JobQueue<Kind> {
  const jobs = new Map<string, Job<Kind>>();
  let slots = createSlots(options);
  const { cancelStep } = options.durations;

  return {
    jobs,
    submit(planned) {
      const job = { ...planned, timeline: plan(planned, findFree(slots), options) };
      occupy(slots, job.timeline);
      jobs.set(job.id, job);
      return job;
    },
    cancel(job, now) {
      if (!cancellable.has(stageAt(job.timeline, now).status)) return false;
      job.timeline = divert(job.timeline, now, [
        { status: 'CANCEL_SUBMITTED', at: now },
        { status: 'CANCEL_IN_PROGRESS', at: now + cancelStep },
        { status: 'CANCEL_COMPLETED', at: now + 2 * cancelStep },
      ]);
      slots = replan([...jobs.values()], now, options);
      return true;
    },
  };
}

/** For each job that may run at the same time, when the next one can start there. */
type Slots = number[];

function createSlots({ concurrentJobs }: QueueOptions): Slots {
  return Array.from({ length: concurrentJobs }, () => -Infinity);
}

function findFree(slots: Slots): number {
  return Math.min(...slots);
}

function plan(
  { submittedAt, outcome }: Omit<Job, 'timeline'>,
  free: number,
  { durations, runTime }: QueueOptions,
): Timeline {
  const ready = outcome === 'SUBMITTED' ? Infinity : submittedAt + durations.submitted;
  const wait = outcome === 'queued' ? durations.queued : 0;
  const start = outcome === 'QUEUED' ? Infinity : Math.max(ready + wait, free);
  const stuck = outcome === 'stuck' || outcome === 'IN_PROGRESS';
  return [
    { status: 'SUBMITTED', at: submittedAt },
    ...(start > ready ? [{ status: 'QUEUED', at: ready }] : []),
    { status: 'IN_PROGRESS', at: start },
    { status: toFinalStatus(outcome), at: stuck ? Infinity : start + runTime },
  ];
}

function toFinalStatus(outcome: string | undefined): string {
  return outcome === undefined || outcome === 'queued' ? 'COMPLETED' : outcome;
}

/** Takes the first free slot for as long as the job runs, if it ever does. */
function occupy(slots: Slots, timeline: Timeline): void {
  const start = startOf(timeline);
  if (start === Infinity) return;
  const last = timeline.at(-1);
  slots[slots.indexOf(findFree(slots))] = last?.at ?? start;
}

/** Plans everything that has not started again; what moves up begins now at the earliest. */
function replan(jobs: readonly Job[], now: number, options: QueueOptions): Slots {
  const slots = createSlots(options);
  for (const job of jobs) {
    const waiting = cancellable.has(stageAt(job.timeline, now).status);
    if (waiting && startOf(job.timeline) > now) {
      job.timeline = plan(job, Math.max(now, findFree(slots)), options);
    }
    occupy(slots, job.timeline);
  }
  return slots;
}

function startOf(timeline: Timeline): number {
  return timeline.find(({ status }) => status === 'IN_PROGRESS')?.at ?? Infinity;
}
