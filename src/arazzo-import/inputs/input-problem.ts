/** Something that is wrong with the inputs of a run. */
export interface InputProblem {
  /** JSON Pointer into the inputs. */
  readonly path: string;
  readonly message: string;
  /** The input that is missing, when that is the problem. */
  readonly missing?: string;
}

/** Says what is wrong with the inputs of a run; nothing when they fit the workflow's schema. */
export type ValidateInputs = (inputs: unknown) => readonly InputProblem[];
