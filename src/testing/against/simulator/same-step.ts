import type { TransitionMeta } from '../../../arazzo-import/compile/config.ts';

/** A transition that a machine takes when a call has ended. */
export interface Step {
  /** Where the outermost machine is then; `undefined` when the path does not say. */
  readonly leadsTo: string | undefined;
  /** Why it was taken. */
  readonly transition: TransitionMeta | undefined;
  /** The call has shown a status in which a poll goes on. */
  readonly isPending: boolean;
}

/**
 * Whether a run has taken the step that its path has: to the same place, for the same reason. Of polls on
 * pending statuses only the place counts, because HealthLake decides in what order they come about.
 *
 * A run in which every call ends in the same step has gone the way of its path.
 */
export function isSameStep(wanted: Step, taken: Step): boolean {
  if (wanted.leadsTo !== undefined && wanted.leadsTo !== taken.leadsTo) return false;
  if (wanted.isPending && taken.isPending) return true;
  return (
    wanted.transition?.kind === taken.transition?.kind &&
    wanted.transition?.action === taken.transition?.action
  );
}
