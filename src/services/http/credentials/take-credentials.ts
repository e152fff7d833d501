import { OperationError } from '../../../diagnostics/index.ts';
import type { Deadline } from '../answer/deadline.ts';
import { refuse } from '../refuse.ts';
import type { Credential, Credentials, CredentialSource } from './credential.ts';

/** Credentials of which those that are needed are there. */
export type KnownCredentials = Readonly<Record<string, Credential>>;

/** How long somebody waits for credentials. */
export interface Patience {
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
}

/** Asks for the credentials of some names; what is there already is not waited for. */
export function takeCredentials(
  credentials: Credentials,
  names: readonly string[],
  patience: Patience,
): KnownCredentials | Promise<KnownCredentials> {
  const given = names.filter((name) => Object.hasOwn(credentials, name));
  for (const name of given) assertCredential(name, credentials[name]);
  const asked = given.filter((name) => typeof credentials[name] === 'function');
  return asked.length === 0
    ? (credentials as KnownCredentials)
    : ask(credentials, [...new Set(asked)], patience);
}

async function ask(
  credentials: Credentials,
  names: readonly string[],
  patience: Patience,
): Promise<KnownCredentials> {
  patience.signal.throwIfAborted();
  const answers = await Promise.all(
    names.map(async (name) => {
      const source = credentials[name] as AskedSource;
      const answer = (await askOne(name, source, patience)) ?? undefined;
      assertCredential(name, answer);
      return [name, answer] as const;
    }),
  );
  return { ...credentials, ...Object.fromEntries(answers) } as KnownCredentials;
}

/** One that has to be asked. */
type AskedSource = Extract<CredentialSource, () => unknown>;

async function askOne(
  name: string,
  source: AskedSource,
  patience: Patience,
): Promise<Credential | undefined> {
  const answer = (async () => source())().catch((cause: unknown) => {
    // The words of an error may hold what nobody should read.
    const words = cause instanceof Error ? cause.name : typeof cause;
    throw noCredentials(name, `what should give them failed (${words})`, cause);
  });
  return untilLate(name, answer, patience);
}

async function untilLate<T>(
  name: string,
  answer: Promise<T>,
  { deadline, signal }: Patience,
): Promise<T> {
  const over = new AbortController();
  const late = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { signal: over.signal });
    // Whoever was asked may have withdrawn the call.
    if (signal.aborted) stop();
    const end = deadline.begin(() =>
      reject(noCredentials(name, `they did not come within ${deadline.timeout} ms`)),
    );
    over.signal.addEventListener('abort', end);
  });
  return Promise.race([answer, late]).finally(() => over.abort());
}

function noCredentials(name: string, why: string, cause?: unknown): OperationError {
  const message = `There are no credentials for "${name}": ${why}.`;
  return new OperationError('INVALID_REQUEST', message, { cause });
}

/** Nobody who writes JavaScript is told by the types. */
function assertCredential(name: string, value: unknown): void {
  const isObject = typeof value === 'object' && value !== null;
  if (value === undefined || isObject || typeof value === 'function') return;
  refuse(`The credentials for "${name}" should be an object, such as { token }.`);
}
