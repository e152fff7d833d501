/** What a security scheme is satisfied with. */
export type Credential =
  ApiKeyCredential | BasicCredential | TokenCredential | ClientCredential | AwsCredential;

/** For `apiKey`. */
export interface ApiKeyCredential {
  readonly apiKey: string;
  /** The header to send it in when there is no description that says where. */
  readonly header?: string;
}

/** For `http` with `basic`. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** For `http` with `bearer`, and for `oauth2` and `openIdConnect` when you have a token already. */
export interface TokenCredential {
  readonly token: string;
}

/** For `oauth2` with the flow `clientCredentials`; the token is fetched, and fetched again in time. */
export interface ClientCredential {
  readonly clientId: string;
  readonly clientSecret: string;
  /** @default what the operation asks for */
  readonly scopes?: readonly string[];
  /** Where the token endpoint wants id and secret. @default 'header' */
  readonly sendIn?: 'header' | 'body';
}

/** For AWS: requests are signed (Signature Version 4). */
export interface AwsCredential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** @default what the host says */
  readonly region?: string;
  /** The name that AWS signs with: `execute-api`. @default what the host says */
  readonly service?: string;
}

/** A credential, or what gives the current one; it is asked at every call. */
export type CredentialSource = Credential | (() => Credential | Promise<Credential>);

/**
 * Credentials by the name of the security scheme. `aws` signs for every host; other names of AWS
 * credentials only where the description asks for them and on `amazonaws.com`.
 */
export type Credentials = Readonly<Record<string, CredentialSource>>;

export function isApiKey(credential: Credential): credential is ApiKeyCredential {
  return 'apiKey' in credential;
}

export function isBasic(credential: Credential): credential is BasicCredential {
  return 'username' in credential;
}

export function isToken(credential: Credential): credential is TokenCredential {
  return 'token' in credential;
}

export function isClient(credential: Credential): credential is ClientCredential {
  return 'clientId' in credential;
}

export function isAws(credential: Credential): credential is AwsCredential {
  return 'accessKeyId' in credential;
}
