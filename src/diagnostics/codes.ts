/**
 * The codes of what is not by the letter of the specification and is understood all the same: the
 * habits of real documents. They are warnings, and errors when the import is strict.
 */
export const lenientCodes = [
  // expressions and conditions
  'DOTTED_NAVIGATION',
  'MISSING_OUTPUTS_KEYWORD',
  'WHOLE_OUTPUTS',
  'WHOLE_RECORD',
  'HEADERS_PLURAL',
  'UNUSUAL_SOURCE',
  'UNUSUAL_SOURCE_REFERENCE',
  'UNBRACED_EXPRESSION',
  'MISSPELLED_ROOT',
  'POINTER_WITHOUT_SLASH',
  'FOREIGN_TEMPLATE',
  'BRACED_CONDITION',
  'QUOTED_CONDITION',
  'FOREIGN_OPERATOR',
  'UNQUOTED_TEXT',
  'DOUBLE_QUOTES',
  'SLASHED_REGEX',
  'LAX_JSONPATH',
  'OLD_JSONPATH',
  // operations
  'ABBREVIATED_SOURCE',
  'UNQUALIFIED_OPERATION',
  'OPERATION_ID_AS_PATH',
  'OPERATION_PATH_AS_ROUTE',
  'PATH_WITHOUT_METHOD',
  // values
  'UNKNOWN_FIELD',
  'EMPTY_FIELD',
  'SCALAR_FOR_TEXT',
  'QUOTED_NUMBER',
  'WORD_CASE',
  'SINGLE_ITEM',
  'REPEATED_ITEM',
  // criteria
  'BARE_CONDITION',
  'SIMPLE_WITHOUT_CONTEXT',
  'FLATTENED_EXPRESSION_TYPE',
  'MISSING_LANGUAGE_VERSION',
  // actions
  'RETRY_ON_SUCCESS',
  'ACTION_CONDITION',
  'MISSING_ACTION_NAME',
  'MISSING_ACTION_TYPE',
  'REFERENCE_AS_NAME',
  'REF_FOR_REFERENCE',
  // outputs, parameters, dependencies
  'OUTPUTS_AS_LIST',
  'LITERAL_OUTPUT',
  'PARAMETER_WITHOUT_LOCATION',
  'DEPENDENCY_AS_EXPRESSION',
] as const;

/** The codes of everything else. */
const otherCodes = [
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
  'IGNORED_FIELD',
  'CONFLICTING_FIELDS',
  'RESERVED_EXTENSION',
  'INVALID_NAME',
  'DUPLICATE_NAME',
  // references
  'UNKNOWN_SOURCE',
  'UNREADABLE_SOURCE',
  'REFERENCE_BY_LOCATION',
  'UNKNOWN_OPERATION',
  'AMBIGUOUS_OPERATION',
  'UNKNOWN_STEP',
  'UNKNOWN_WORKFLOW',
  'UNKNOWN_CHANNEL',
  'WRONG_SOURCE_TYPE',
  'DEPENDENCY_CYCLE',
  'RECURSIVE_WORKFLOW',
  'FORWARD_REFERENCE',
  'UNKNOWN_COMPONENT',
  'UNKNOWN_INPUT',
  'UNKNOWN_OUTPUT',
  'INVALID_SCHEMA',
  'TARGET_HEADER_MISMATCH',
  // calls that contradict the description of the API
  'BROKEN_DESCRIPTION',
  'DUPLICATE_OPERATION_ID',
  'OPERATION_ID_AVAILABLE',
  'UNKNOWN_PARAMETER',
  'WRONG_PARAMETER_LOCATION',
  'MISSING_PARAMETER',
  'INVALID_PARAMETER_VALUE',
  'MISSING_REQUEST_BODY',
  'UNEXPECTED_REQUEST_BODY',
  'UNKNOWN_CONTENT_TYPE',
  'INVALID_PAYLOAD',
  'UNKNOWN_REPLACEMENT_TARGET',
  'UNDOCUMENTED_STATUS',
  'UNKNOWN_RESPONSE_MEMBER',
  'MISSING_WORKFLOW_INPUT',
  // expressions
  'INVALID_EXPRESSION',
  'INVALID_CONDITION',
  // holes of a workflow, found without calling anything
  'UNHANDLED_STATUS',
  'MISTAKEN_STATUS',
  'POLL_WITHOUT_DELAY',
  'ENDLESS_LOOP',
  'UNLIMITED_LOOP',
  'UNREACHABLE_STEP',
  'SHADOWED_ACTION',
  'CONTRADICTORY_CRITERIA',
  'CRITERION_NEVER_HOLDS',
  'CRITERION_ALWAYS_HOLDS',
  'ERROR_AS_SUCCESS',
  'MISSING_SUCCESS_CRITERIA',
  'OUTPUT_MAY_BE_MISSING',
  'MISSING_IDEMPOTENCY_TOKEN',
  'SECRET_IN_DOCUMENT',
  'UNUSED_INPUT',
  'UNUSED_OUTPUT',
  'UNUSED_COMPONENT',
  'UNUSED_SOURCE',
  'INVALID_IGNORE',
  'UNUSED_IGNORE',
  // not there yet
  'UNSUPPORTED_ASYNCAPI_VERSION',
  // the call
  'MISSING_INPUT',
  'INVALID_INPUT',
  'UNSUPPORTED_SERVICE',
] as const;

/** A code of {@link lenientCodes}. */
type LenientCode = (typeof lenientCodes)[number];

/** A code of {@link diagnosticCodes}. */
export type DiagnosticCode = LenientCode | (typeof otherCodes)[number];

/**
 * Every code a {@link Diagnostic} can carry. A code is never renamed after a release; each has a
 * row in `docs/diagnostics.md` and a test that triggers it.
 */
export const diagnosticCodes: readonly DiagnosticCode[] = [
  ...otherCodes,
  ...lenientCodes,
];
