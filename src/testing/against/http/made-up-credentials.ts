import type { SecurityScheme } from '../../../openapi/index.ts';
import type {
  Credential,
  Credentials,
} from '../../../services/http/credentials/credential.ts';

/** Credentials that are good for nothing, for each security scheme: so that requests are complete. */
export function madeUpCredentials(
  schemes: Readonly<Record<string, SecurityScheme>>,
): Credentials {
  return Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]) => [name, madeUp(scheme)]),
  );
}

function madeUp(scheme: SecurityScheme): Credential {
  if (scheme.type === 'apiKey') return { apiKey: 'made-up' };
  if (scheme.type === 'http' && scheme.scheme === 'basic')
    return { username: 'made-up', password: 'made-up' };
  return { token: 'made-up' };
}
