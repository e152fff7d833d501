import { refuse } from '../refuse.ts';
import type { RequestHeaders } from '../request/build-headers.ts';
import type { AwsCredential } from './credential.ts';

/** A request that is about to be sent. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  readonly body: string | Uint8Array | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Tells whether a host belongs to AWS. */
export function isAwsHost(host: string): boolean {
  return /\.amazonaws\.com(?:\.cn)?$/u.test(host);
}

/** The headers of a request with those of AWS Signature Version 4. Loads the signer when needed. */
export async function signAws(
  { method, url, headers, body, now }: UnsignedRequest,
  credential: AwsCredential,
): Promise<RequestHeaders> {
  const scope = { ...scopeOf(url.hostname), ...explicitScope(credential) };
  if (scope.service === undefined || scope.region === undefined)
    return refuse(
      `The host ${url.hostname} does not say its AWS region and service; give both.`,
    );
  const [{ SignatureV4 }, { Sha256 }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@aws-crypto/sha256-js'),
  ]);
  const isS3 = scope.service === 's3';
  const signer = new SignatureV4({
    credentials: credential,
    region: scope.region,
    service: scope.service,
    sha256: Sha256,
    // The path is encoded already; only S3 signs it as it is.
    uriEscapePath: !isS3,
    applyChecksum: isS3,
  });
  const signed = await signer.sign(
    {
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: url.pathname,
      query: queryOf(url),
      headers: { ...headers, host: url.host },
      body,
    },
    { signingDate: new Date(now) },
  );
  const { host: _host, ...rest } = signed.headers;
  return rest;
}

function explicitScope({ region, service }: AwsCredential): Scope {
  return {
    ...(region === undefined ? {} : { region }),
    ...(service === undefined ? {} : { service }),
  };
}

interface Scope {
  readonly region?: string;
  readonly service?: string;
}

/** `service.region.amazonaws.com`, `anything.s3.region.…`, and `service.…` of global services. */
function scopeOf(host: string): Scope {
  const labels = host.replace(/\.amazonaws\.com(?:\.cn)?$/u, '').split('.');
  if (!isAwsHost(host)) return {};
  const index = labels.findIndex((label) => /^[a-z]{2}(?:-[a-z]+)+-\d$/u.test(label));
  const service = labels[index < 0 ? labels.length - 1 : index - 1]?.replace(
    /-fips$/u,
    '',
  );
  return {
    region: labels[index] ?? 'us-east-1',
    ...(service === undefined ? {} : { service }),
  };
}

function queryOf(url: URL): Record<string, string | string[]> {
  const query = new Map<string, string[]>();
  // A plus sign is a plus sign to AWS, and a space only where it is written as %20.
  for (const part of url.search.slice(1).split('&').filter(Boolean)) {
    const [name = '', ...value] = part.split('=');
    const values = query.get(decode(name)) ?? [];
    query.set(decode(name), [...values, decode(value.join('='))]);
  }
  return Object.fromEntries(query);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
