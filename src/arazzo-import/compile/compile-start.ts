import type { WorkflowPlan } from '../plan.ts';
import { tooDeep } from './compile-limits.ts';
import type { CompileOptions, StateConfig, TransitionConfig } from './config.ts';
import type { StateNames } from './name-states.ts';

/** What a workflow begins with. */
interface Start {
  readonly plan: WorkflowPlan;
  readonly names: StateNames;
  /** The key of what follows. */
  readonly next: string;
  readonly options: CompileOptions;
  readonly isCalled: boolean;
}

/**
 * The state in which a workflow is checked before anything is called; `undefined` when there is
 * nothing to check. Whether a called workflow is too deep has to be known before a state is entered
 * that calls another one: XState makes that actor before it looks at `always`, without end.
 */
export function compileStart({
  plan: { inputs },
  names: { finals },
  next,
  options,
  isCalled,
}: Start): StateConfig | undefined {
  const checksInputs = inputs !== undefined && inputs !== true;
  if (!isCalled && !checksInputs) return undefined;
  const depth = isCalled ? [tooDeep(finals.failed, options)] : [];
  if (!checksInputs) {
    const description = 'How deep the workflow is within others is checked.';
    return { description, always: [...depth, { target: next }] };
  }
  return {
    description: 'The inputs are checked against their schema before anything is called.',
    always: [...depth, ...checkInputs(next, finals.failed)],
  };
}

function checkInputs(next: string, failed: string): readonly TransitionConfig[] {
  return [
    { guard: { type: 'inputsValid' }, target: next },
    {
      target: failed,
      actions: [{ type: 'recordFailure', params: { kind: 'inputs' } }],
      description: 'the inputs do not fit their schema',
    },
  ];
}
