import { refuse } from '../refuse.ts';
import type { ServerParts } from './parse-server.ts';
import { encodeReserved, percentEncode } from './percent-encode.ts';
import { toPairs, toStyledText } from './serialise.ts';
import type { WrittenParameter } from './request-parameters.ts';

/** What a URL is made of. */
export interface UrlParts {
  readonly server: ServerParts;
  /** The path template: `/pets/{petId}`. */
  readonly path: string;
  readonly parameters: readonly WrittenParameter[];
}

/**
 * Builds the URL of a request.
 *
 * A path may have a query of its own (`/x?list-type=2`), which is sent, and a fragment
 * (`/#X-Amz-Target=…`), which only tells operations of one path apart and is not.
 */
export function buildUrl({ server, path, parameters }: UrlParts): URL {
  const [beforeFragment = ''] = path.split('#', 1);
  const mark = beforeFragment.indexOf('?');
  const template = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  const ownQuery =
    mark < 0 ? '' : fillTemplate(beforeFragment.slice(mark + 1), parameters);
  const filled = fillTemplate(template, parameters);
  checkSegments(filled);
  const query = [server.query, ownQuery, queryOf(parameters)]
    .filter((part) => part !== '')
    .join('&');
  return toUrl(server.origin, server.path + filled, query);
}

/** One parse instead of three; a URL would lose spaces at its end. */
function toUrl(origin: string, path: string, query: string): URL {
  const rooted = /^[/\\]/u.test(path) ? path : `/${path}`;
  const written = query === '' ? rooted : `${rooted}?${query.replace(/^\?/u, '')}`;
  // Looking for one is four times as fast as replacing none.
  return new URL(origin + (/[\p{Cc} ]/u.test(written) ? encodeSpaces(written) : written));
}

function encodeSpaces(text: string): string {
  return text.replaceAll(/(?![\t\n\r])[\p{Cc} ]/gu, encodeURIComponent);
}

/** `{Key+}` is a name for the rest of the path, slashes and all (API Gateway, S3). */
function fillTemplate(template: string, parameters: readonly WrittenParameter[]): string {
  return template.replaceAll(/\{([^{}]+)\}/gu, (_text, written: string) => {
    const name = written.replace(/\+$/u, '');
    const parameter = parameters.find(
      (each) => each.in === 'path' && (each.name === written || each.name === name),
    );
    const text = parameter && pathText(parameter, written !== name);
    if (text === undefined || text === '')
      return refuse(
        parameter === undefined
          ? `The path parameter "${name}" has no value.`
          : `The path parameter "${name}" is empty.`,
      );
    return text;
  });
}

function pathText(parameter: WrittenParameter, keepsSlashes: boolean): string {
  const { name, value, allowReserved } = parameter;
  const encodeOne = allowReserved
    ? (text: string) => encodeReserved(text, /[/?#[\]]/gu)
    : percentEncode;
  const encode = keepsSlashes
    ? (text: string) => text.split('/').map(encodeOne).join('/')
    : encodeOne;
  return toStyledText(name, value, { ...parameter, encode });
}

/** A URL would lose them, and call another operation. */
function checkSegments(path: string): void {
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/iu.test(path))
    refuse(`The path "${path}" has a part that is "." or "..".`);
}

function queryOf(parameters: readonly WrittenParameter[]): string {
  const pairs = parameters
    .filter((each) => each.in === 'query')
    .flatMap((each) =>
      toPairs(each.name, each.value, {
        ...each,
        encode: each.allowReserved
          ? (text) => encodeReserved(text, /#/gu)
          : percentEncode,
      }),
    );
  const whole = parameters.filter((each) => each.in === 'querystring');
  if (whole.length === 0) return pairs.map((pair) => pair.join('=')).join('&');
  if (whole.length > 1 || parameters.some((each) => each.in === 'query'))
    return refuse(
      'A whole query string cannot be sent together with other query parameters.',
    );
  const [value] = whole.map((each) => each.value);
  if (typeof value !== 'string') return refuse('A whole query string must be a text.');
  // A URL would end at the one and lose the others.
  return value.replaceAll(/[#\t\n\r]/gu, (character) => encodeURIComponent(character));
}
