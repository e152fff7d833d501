import type { Diagnostic } from './diagnostic.ts';

/** Why an operation has no answer. */
export type OperationErrorCode =
  /** The request was sent or tried, and nothing usable came back. It may have been carried out. */
  | 'NO_ANSWER'
  /** Nobody could be reached at the address; nothing was sent. */
  | 'UNREACHABLE'
  /** No answer within the time allowed. It may have been carried out. */
  | 'TIMEOUT'
  /** The caller withdrew the request. It may have been carried out. */
  | 'ABORTED'
  /** The request could not be built; nothing was sent. */
  | 'INVALID_REQUEST'
  /** Nobody was given who could perform the operation; nothing was sent. */
  | 'MISSING_SERVICE';

/** Where an {@link OperationError} happened. */
export interface OperationErrorOptions extends ErrorOptions {
  readonly operationId?: string;
  readonly stepId?: string;
}

/** The base of everything this library throws. */
export class ArazzoError extends Error {
  override name: string = 'ArazzoError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Thrown by the calls that promise a usable document; carries what is wrong with it. */
export class ArazzoImportError extends ArazzoError {
  override name = 'ArazzoImportError' as const;
  /** Not empty; in document order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    const first = diagnostics[0];
    super(
      first?.code ?? 'INVALID_VALUE',
      first?.message ?? 'The document is unusable.',
      options,
    );
    this.diagnostics = diagnostics;
  }
}

/** An operation that has no answer: a service rejects with it, and only with it. */
export class OperationError extends ArazzoError {
  override name = 'OperationError' as const;
  declare readonly code: OperationErrorCode;
  readonly operationId: string | undefined;
  readonly stepId: string | undefined;

  constructor(
    code: OperationErrorCode,
    message: string,
    options: OperationErrorOptions = {},
  ) {
    super(code, message, options);
    this.operationId = options.operationId;
    this.stepId = options.stepId;
  }
}
