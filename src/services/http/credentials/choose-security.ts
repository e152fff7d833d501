import type {
  OpenApiDescription,
  SecurityAlternative,
  SecurityRequirement,
  SecurityScheme,
} from '../../../openapi/index.ts';
import { refuse } from '../refuse.ts';
import { assertComplete } from './assert-complete.ts';
import { isApiKey, isAws, isBasic, isClient, isToken } from './credential.ts';
import type { Credential, Credentials } from './credential.ts';
import type { KnownCredentials } from './take-credentials.ts';
import { toObjectKey } from './to-object-key.ts';

/** A credential and where it goes. */
export interface Grant {
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
  readonly credential: Credential;
}

/** What choosing needs to know. */
export interface SecurityChoice {
  /** The operation's, for messages. */
  readonly name: string;
  readonly alternatives: readonly SecurityAlternative[];
  readonly credentials: KnownCredentials;
  /** The document sends what the scheme wants by itself. */
  readonly isSent: (scheme: SecurityScheme) => boolean;
  readonly warn: (message: string) => void;
  /** How to give the credentials of a scheme, in a sentence. */
  readonly hintFor?: (scheme: string) => string;
}

/**
 * The credentials of the first alternative that can be satisfied; what the document sends itself is
 * not among them. Without any the request goes as it is, and the server decides.
 */
export function chooseSecurity(choice: SecurityChoice): readonly Grant[] {
  const reasons: Satisfied[] = [];
  for (const alternative of choice.alternatives) {
    if (alternative.length === 0) continue;
    const attempt = alternative.map((each) => satisfy(each, choice));
    if (attempt.every((each) => typeof each !== 'string')) return attempt.filter(isGrant);
    reasons.push(...attempt);
  }
  const isOptional = choice.alternatives.some((alternative) => alternative.length === 0);
  return isOptional || reasons.length === 0 ? [] : tellMissing(choice, reasons);
}

/** A grant, `true` when nothing has to be added, or the reason why it cannot be satisfied. */
type Satisfied = Grant | true | string;

function isGrant(satisfied: Satisfied): satisfied is Grant {
  return typeof satisfied === 'object';
}

const missing = 'no credentials were given';

function satisfy(
  { name, scopes, scheme }: SecurityRequirement,
  { credentials, isSent }: SecurityChoice,
): Satisfied {
  const credential = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
  const meant = scheme ?? (credential && schemeOf(credential));
  if (meant === undefined) return missing;
  // The certificate is the business of whoever gave `fetch`.
  if (isSent(meant) || (meant.type === 'other' && meant.name === 'mutualTLS'))
    return true;
  if (credential === undefined) return describeSupport(meant, name) ?? missing;
  if (!fits(meant, credential))
    return refuse(`The credentials for "${name}" should be ${wantedBy(meant)}.`);
  assertComplete(name, credential);
  return { scheme: meant, scopes, credential };
}

/** When nothing is said, credentials that were given are meant to be sent. */
export function impliedSecurity({
  description,
  credentials = {},
}: {
  readonly description?: OpenApiDescription;
  readonly credentials?: Credentials;
}): readonly SecurityAlternative[] {
  const schemes = description?.securitySchemes ?? {};
  const isOpen = Object.keys(schemes).length === 0;
  return Object.keys(credentials)
    .filter((name) => name !== 'aws' && name !== 'amazonaws')
    .filter((name) => isOpen || Object.hasOwn(schemes, name))
    .map((name) => {
      const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
      return [{ name, scopes: [], ...(scheme === undefined ? {} : { scheme }) }];
    });
}

/** What a credential is for when no description says it. */
function schemeOf(credential: Credential): SecurityScheme | undefined {
  if (isToken(credential)) return { type: 'http', scheme: 'bearer' };
  if (isBasic(credential)) return { type: 'http', scheme: 'basic' };
  if (isApiKey(credential))
    return { type: 'apiKey', in: 'header', name: credential.header ?? 'X-API-Key' };
  return isAws(credential) ? { type: 'other', name: 'aws' } : undefined;
}

function fits(scheme: SecurityScheme, credential: Credential): boolean {
  // Descriptions of AWS call the signature an API key.
  if (isAws(credential)) return true;
  if (scheme.type === 'apiKey') return isApiKey(credential);
  if (scheme.type === 'http' && scheme.scheme === 'basic') return isBasic(credential);
  if (isToken(credential)) return true;
  return (
    scheme.type === 'oauth2' &&
    scheme.clientCredentials !== undefined &&
    isClient(credential)
  );
}

function wantedBy(scheme: SecurityScheme): string {
  if (scheme.type === 'apiKey') return '{ apiKey }';
  if (scheme.type === 'http' && scheme.scheme === 'basic')
    return '{ username, password }';
  const hasFlow = scheme.type === 'oauth2' && scheme.clientCredentials !== undefined;
  return hasFlow ? '{ clientId, clientSecret } or { token }' : '{ token }';
}

/** Why a scheme cannot be used without a token that somebody else got. */
function describeSupport(scheme: SecurityScheme, name: string): string | undefined {
  if (scheme.type === 'other' && scheme.name === 'openIdConnect')
    return `"${name}" is OpenID Connect, which is not supported; give a { token }`;
  if (scheme.type === 'oauth2' && scheme.clientCredentials === undefined)
    return `"${name}" wants a person to log in (${scheme.flows.join(', ')}), which is not supported; give a { token }`;
  return undefined;
}

function tellMissing(
  { name, alternatives, warn, hintFor = hintInCode }: SecurityChoice,
  reasons: readonly Satisfied[],
): readonly Grant[] {
  const unsupported = reasons.filter(
    (each): each is string => typeof each === 'string' && each !== missing,
  );
  if (unsupported[0] !== undefined && !reasons.includes(missing))
    return refuse(`${name} was not sent: ${unsupported[0]}.`);
  const schemes = alternatives.map((alternative) =>
    alternative.map((each) => each.name).join(' and '),
  );
  const first = alternatives[0]?.[0]?.name ?? '';
  warn(
    `${name} wants credentials for ${schemes.join(' or ')}, and none were given. It is sent without. ${hintFor(first)}`,
  );
  return [];
}

function hintInCode(scheme: string): string {
  return `Give them with credentials: { ${toObjectKey(scheme)}: … }.`;
}
