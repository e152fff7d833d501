import type {
  InvokeConfig,
  TransitionConfig,
} from '../../arazzo-import/compile/config.ts';

/** The transitions that are tried in turn when a call ends with an event: those of an answer, or of none. */
export function triedTransitions(
  { onDone, onError = [] }: InvokeConfig,
  { type }: { readonly type: string },
): readonly TransitionConfig[] {
  return type.startsWith('xstate.error.') ? onError : onDone;
}
