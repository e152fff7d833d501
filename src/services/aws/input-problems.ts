/** What is wrong with an input, collected while it is read. Every text names its member. */
export interface InputProblems {
  /** Required members without a value. */
  readonly missing: string[];
  /** Values that cannot become what the operation takes, in words. */
  readonly wrong: string[];
  /** Members that the operation does not have. */
  readonly unknown: string[];
}

/** An empty list of problems. */
export function createInputProblems(): InputProblems {
  return { missing: [], wrong: [], unknown: [] };
}

/** Why the input cannot be sent, as the rest of a sentence, or `undefined` when it can. */
export function describeInputProblems(problems: InputProblems): string | undefined {
  const { missing, wrong } = problems;
  const absent = missing.map((path) => `"${path}" is missing`);
  const all = [...absent, ...wrong];
  return all.length === 0 ? undefined : all.join('; ');
}

/** The kind of a value in words. Never the value: it may be a secret or health data. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'this text';
  return `a ${typeof value}`;
}
