/** Each exception with the status that the service's model gives it. */
const statuses = {
  AccessDeniedException: 403,
  ConflictException: 409,
  InternalServerException: 500,
  ResourceNotFoundException: 404,
  SerializationException: 400,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  UnknownOperationException: 404,
  ValidationException: 400,
};

/** The name of an exception that the simulated service answers with. */
export type ExceptionName = keyof typeof statuses;

/** These come from the framework below the service and carry its namespace. */
const commonExceptions: ReadonlySet<ExceptionName> = new Set([
  'SerializationException',
  'ServiceUnavailableException',
  'UnknownOperationException',
]);

/** An exception of the service; the simulator turns it into an error answer. */
export class ServiceError extends Error {
  override name = 'ServiceError' as const;
  readonly exception: ExceptionName;

  constructor(exception: ExceptionName, message: string) {
    super(message);
    this.exception = exception;
  }

  /** The exception's full name, as the `__type` of an answer. */
  get type(): string {
    const common = commonExceptions.has(this.exception);
    return `${common ? 'com.amazon.coral.service' : 'com.amazonaws.healthlake'}#${this.exception}`;
  }

  /** The status in the service's model. */
  get modelStatus(): number {
    return statuses[this.exception];
  }
}
