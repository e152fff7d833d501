import type { DiagnosticCode, Severity } from '../../diagnostics/index.ts';

/** Something wrong with a text, by offsets; the caller knows which file it is. */
export interface TextProblem {
  readonly code: DiagnosticCode & ('YAML_SYNTAX' | 'UNSUPPORTED_YAML' | 'DUPLICATE_KEY');
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** JSON Pointer to the value, where the text was read far enough to know. */
  readonly path: string;
  readonly hint?: string;
}

/**
 * How deeply values may be nested. Real documents stay below 50; every stage after this one may
 * recurse without fear for the stack.
 */
export const maxDepth = 200;

/** Gives you the problem of a text that is nested more deeply than {@link maxDepth}. */
export function tooDeep(start: number, end: number, path = ''): TextProblem {
  const message = `Values are nested more than ${maxDepth} levels deep.`;
  return { code: 'UNSUPPORTED_YAML', severity: 'error', message, start, end, path };
}
