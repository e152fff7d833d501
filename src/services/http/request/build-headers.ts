import { refuse } from '../refuse.ts';
import type { WrittenParameter } from './request-parameters.ts';
import { wellFormed } from './percent-encode.ts';
import { toPairs, toStyledText } from './serialise.ts';
import type { Pair } from './serialise.ts';

/** Headers by name in lower case. */
export type RequestHeaders = Record<string, string>;

/** The headers of a request, its cookies among them. */
export function buildHeaders(parameters: readonly WrittenParameter[]): RequestHeaders {
  const headers: RequestHeaders = {};
  for (const parameter of parameters)
    if (parameter.in === 'header') addHeader(headers, parameter);
  // Cookies that are parameters come after a header that has some.
  for (const parameter of parameters)
    if (parameter.in === 'cookie')
      for (const [name, value] of cookiePairs(parameter)) addCookie(headers, name, value);
  return headers;
}

function addHeader(
  headers: RequestHeaders,
  { name: written, value, writing: { style, explode } }: WrittenParameter,
): void {
  if (value === null) return;
  const name = written.toLowerCase();
  setHeader(headers, name, toStyledText(name, value, { style, explode, encode: same }));
}

function same(text: string): string {
  return text;
}

/** Headers that belong to the connection; with them one request could be made two. */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Sets a header; refuses what is none, without repeating the value: it may be a secret. */
export function setHeader(headers: RequestHeaders, name: string, value: string): void {
  if (!/^[!#$%&'*+.^`|~\w-]+$/u.test(name)) refuse(`"${name}" is no name of a header.`);
  if (reserved.has(name) || name === '__proto__')
    refuse(`The header "${name}" cannot be set.`);
  if (!/^[\t\u0020-\u007E\u0080-\u00FF]*$/u.test(value))
    refuse(`The value of the header "${name}" has characters that a header cannot have.`);
  headers[name] = value;
}

/** Adds a cookie to those that are there. */
export function addCookie(headers: RequestHeaders, name: string, value: string): void {
  if (!/^[!#$%&'*+.^`|~\w[\]-]+$/u.test(name))
    refuse(`"${name}" is no name of a cookie.`);
  const others = headers['cookie'];
  setHeader(
    headers,
    'cookie',
    `${others === undefined ? '' : `${others}; `}${name}=${value}`,
  );
}

function cookiePairs({ name, value, writing }: WrittenParameter): readonly Pair[] {
  const { style, explode } = writing;
  // The style `cookie` sends values as they are, which only works for those that may stand there.
  const encode = style === 'cookie' ? plainCookie : encodeCookie;
  return toPairs(name, value, { style, explode, encode });
}

function plainCookie(text: string): string {
  return /[\s;\p{Cc}]/u.test(text)
    ? refuse('The value of a cookie has characters that a cookie cannot have.')
    : text;
}

/** Tokens that may stand in a cookie are sent as they are; a percent sign would be read as more. */
export function encodeCookie(text: string): string {
  return wellFormed(text).replaceAll(/[^!#$&-+\--:<-[\]-~]+/gu, (part) =>
    encodeURIComponent(part),
  );
}
