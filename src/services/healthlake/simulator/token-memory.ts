import type { Operation } from './operation.ts';
import { ServiceError } from './service-error.ts';

/** What happens when a client token comes back with other parameters. */
export type TokenMismatch = 'validation' | 'original';

/** The idempotency tokens that were used, with what they were used for. */
export interface TokenMemory {
  /** Performs a call, or repeats the answer when the token has already been used for it. */
  once<Output>(call: TokenCall, perform: () => Output): Output;
}

interface TokenCall {
  readonly operation: Operation;
  readonly input: { readonly ClientToken?: string };
  readonly now: number;
}

interface Use {
  readonly at: number;
  readonly parameters: string;
  readonly output: unknown;
}

/** An empty memory. Tokens are kept apart by operation; an answer with an error is not remembered. */
export function createTokenMemory({
  lifetime,
  mismatch,
}: {
  readonly lifetime: number;
  readonly mismatch: TokenMismatch;
}): TokenMemory {
  const uses = new Map<string, Use>();
  return {
    once<Output>({ operation, input, now }: TokenCall, perform: () => Output): Output {
      if (input.ClientToken === undefined) return perform();
      const key = `${operation} ${input.ClientToken}`;
      const parameters = toCanonicalJson(input);
      const use = uses.get(key);
      if (use && now < use.at + lifetime) {
        if (mismatch === 'validation' && use.parameters !== parameters) refuse();
        return use.output as Output;
      }
      const output = perform();
      uses.set(key, { at: now, parameters, output });
      return output;
    },
  };
}

function refuse(): never {
  throw new ServiceError(
    'ValidationException',
    'The client token was already used for a request with other parameters.',
  );
}

function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : member,
  );
}
