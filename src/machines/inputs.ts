import type { InputProblem } from './types.ts';

/** Says what is wrong with the inputs of a run; nothing when they fit the workflow's schema. */
export type ValidateInputs = (inputs: unknown) => readonly InputProblem[];
