import type { SecurityAlternative, SecurityScheme } from '../../../openapi/index.ts';
import type {
  Credential,
  Credentials,
} from '../../../services/http/credentials/credential.ts';

/**
 * Credentials that are good for nothing, for each security scheme: so that requests are complete. A scheme
 * that is asked for and described nowhere gets a token.
 */
export function madeUpCredentials(
  schemes: Readonly<Record<string, SecurityScheme>>,
  wanted: readonly SecurityAlternative[],
): Credentials {
  const names = wanted.flat().map(({ name }) => name);
  return Object.fromEntries([
    ...names.map((name) => [name, { token: 'made-up' }] as const),
    ...Object.entries(schemes).map(([name, scheme]) => [name, madeUp(scheme)] as const),
  ]);
}

function madeUp(scheme: SecurityScheme): Credential {
  if (scheme.type === 'apiKey') return { apiKey: 'made-up' };
  if (scheme.type === 'http' && scheme.scheme === 'basic')
    return { username: 'made-up', password: 'made-up' };
  return { token: 'made-up' };
}
