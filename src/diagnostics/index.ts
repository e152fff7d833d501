export { diagnosticCodes } from './codes.ts';
export type { DiagnosticCode } from './codes.ts';
export type { Diagnostic, Range, Severity } from './diagnostic.ts';
export { ArazzoError, ArazzoImportError, OperationError } from './errors.ts';
export type { OperationErrorCode, OperationErrorOptions } from './errors.ts';
