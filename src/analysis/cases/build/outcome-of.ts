import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';

/** Whether a transition is for successes, for failures or for both. */
export function outcomeOf({
  guard,
  meta,
}: TransitionConfig): 'success' | 'failure' | 'any' {
  if (guard !== undefined && 'params' in guard && 'on' in guard.params)
    return guard.params.on;
  if (guard?.type === 'succeeded' || guard?.type === 'stillPending') return 'success';
  return meta?.kind === 'criteria' ? 'failure' : 'any';
}
