/** The parts of a generated `@aws-sdk/client-*` client that a service needs. */
export interface AwsClient {
  readonly config?: { readonly profile?: string | undefined };
  readonly middlewareStack: {
    // Its options depend on the step, which the SDK tells apart by overloads.
    add(middleware: AwsMiddleware, options: object): void;
  };
  send(command: object, options: { readonly abortSignal: AbortSignal }): Promise<object>;
}

/** The class of one operation, for example `DescribeFHIRDatastoreCommand`. */
export type AwsCommandClass = new (input: Readonly<Record<string, unknown>>) => object;

/** A middleware around sending a request and reading the response. */
export type AwsMiddleware = (
  next: (args: AwsArguments) => Promise<AwsResult>,
) => (args: AwsArguments) => Promise<AwsResult>;

interface AwsArguments {
  readonly input: object;
  readonly request: unknown;
}

interface AwsResult {
  readonly response: unknown;
  readonly output: object;
}
