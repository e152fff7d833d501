import { UsageError } from '../../usage-error.ts';

/**
 * How long a server may take, in milliseconds. The SDK would wait for ever; it repeats a request that
 * took too long, with the same token.
 */
export const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
} as const;

/**
 * What a client would otherwise read from the environment and the files of AWS: nothing there changes
 * what a simulator or a local server sees, and neither gets real credentials.
 */
export const isolation = {
  credentials: { accessKeyId: 'simulator', secretAccessKey: 'simulator' },
  maxAttempts: 3,
  retryMode: 'standard',
  defaultsMode: 'standard',
  userAgentAppId: 'arazzo-xstate',
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
} as const;

/** The region when only an endpoint is given; a local server does not care. */
export const defaultRegion = 'us-east-1';

/** @throws UsageError that names the option */
export function toUrl(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && url.username + url.password !== '')
    throw new UsageError(
      `--${option} has a user name and password in its URL.`,
      option === 'endpoint'
        ? 'Leave them out.'
        : 'Leave them out, and give them with --credentials or in the environment.',
    );
  if (url !== undefined && /^https?:$/u.test(url.protocol)) return url;
  const form = option === 'endpoint' ? '' : 'petstore=';
  throw new UsageError(
    `--${option} ${text.includes('@') ? '' : `"${text}" `}is no URL.`,
    `Write --${option} ${form}http://127.0.0.1:4010.`,
  );
}

/** Whether a server at this host is on this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

/** The complaint of the SDK about older versions of Node is for whoever develops with it. */
export function quietSdk(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}
