/**
 * Every code a {@link Diagnostic} can carry. A code is never renamed after a release; each has a
 * row in `docs/diagnostics.md` and a test that triggers it.
 */
export const diagnosticCodes = [
  // text
  'FILE_UNREADABLE',
  'YAML_SYNTAX',
  'UNSUPPORTED_YAML',
  'DUPLICATE_KEY',
  // document
  'UNSUPPORTED_VERSION',
  'MISSING_FIELD',
  'WRONG_TYPE',
  'INVALID_VALUE',
  'UNKNOWN_FIELD',
  'IGNORED_FIELD',
  'CONFLICTING_FIELDS',
  'RESERVED_EXTENSION',
  'INVALID_NAME',
  'DUPLICATE_NAME',
  // references
  'UNKNOWN_SOURCE',
  'UNREADABLE_SOURCE',
  'UNKNOWN_OPERATION',
  'AMBIGUOUS_OPERATION',
  'UNKNOWN_STEP',
  'UNKNOWN_WORKFLOW',
  'UNKNOWN_COMPONENT',
  'UNKNOWN_INPUT',
  'UNKNOWN_OUTPUT',
  'INVALID_SCHEMA',
  'TARGET_HEADER_MISMATCH',
  // expressions
  'INVALID_EXPRESSION',
  'INVALID_CONDITION',
  'LENIENT_EXPRESSION',
  'LAX_JSONPATH',
  // not there yet
  'UNSUPPORTED_WORKFLOW_STEP',
  'UNSUPPORTED_WORKFLOW_TARGET',
  'UNSUPPORTED_RETRY_TARGET',
  'UNSUPPORTED_DEPENDS_ON',
  'UNSUPPORTED_SOURCE_TYPE',
  'UNSUPPORTED_CHANNEL',
  'UNSUPPORTED_PARAMETER_LOCATION',
  'UNSUPPORTED_REPLACEMENT',
  'UNSUPPORTED_SELECTOR',
  'UNSUPPORTED_XPATH',
  'UNSUPPORTED_JSONPATH_VERSION',
  // the call
  'MISSING_INPUT',
  'INVALID_INPUT',
  'UNSUPPORTED_SERVICE',
] as const;

/** A code of {@link diagnosticCodes}. */
export type DiagnosticCode = (typeof diagnosticCodes)[number];
