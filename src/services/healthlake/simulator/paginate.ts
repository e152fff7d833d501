import { ServiceError } from './service-error.ts';

/** Which page is asked for. */
export interface PageRequest {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** One page and the token for the next, if there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly NextToken?: string;
}

const defaultPageSize = 100;

/**
 * A page of a list in order of creation. The token is opaque to the client and good for one scope
 * only: the operation and what it is about. What comes, goes or changes between two pages moves
 * nothing else.
 *
 * @throws `ValidationException` when the token was not given out for this scope.
 */
export function paginate<Item extends { readonly sequence: number }>(
  items: readonly Item[],
  { MaxResults = defaultPageSize, NextToken }: PageRequest,
  scope: string,
): Page<Item> {
  const after = NextToken === undefined ? -1 : readToken(NextToken, scope);
  const rest = items.filter(({ sequence }) => sequence > after);
  const page = rest.slice(0, MaxResults);
  const last = page.at(-1);
  if (!last || page.length === rest.length) return { items: page };
  return { items: page, NextToken: btoa(JSON.stringify([scope, last.sequence])) };
}

function readToken(token: string, scope: string): number {
  const [tokenScope, sequence] = decode(token);
  if (tokenScope !== scope || typeof sequence !== 'number') {
    throw new ServiceError('ValidationException', 'The provided NextToken is invalid.');
  }
  return sequence;
}

function decode(token: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(atob(token));
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}
