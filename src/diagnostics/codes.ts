/**
 * Every code a {@link Diagnostic} can carry. A code is never renamed after a release; each has a
 * row in `docs/diagnostics.md` and a test that triggers it.
 */
export const diagnosticCodes = [
  // text
  'FILE_UNREADABLE',
  'YAML_SYNTAX',
  // document
  'UNSUPPORTED_VERSION',
  'MISSING_FIELD',
  'WRONG_TYPE',
  'INVALID_VALUE',
  'UNKNOWN_FIELD',
  'DUPLICATE_NAME',
] as const;

/** A code of {@link diagnosticCodes}. */
export type DiagnosticCode = (typeof diagnosticCodes)[number];
