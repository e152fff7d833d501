import { isObject } from '../../../arazzo-import/is-object.ts';
import { didYouMean } from '../../../diagnostics/index.ts';
import type { OperationErrorCode } from '../../../diagnostics/index.ts';
import type { CalledOutput } from '../../../machines/types.ts';
import type { GivenCase } from './given-case.ts';

/** What is wrong with a case, and where in it. */
export interface CaseProblem {
  readonly keys: readonly string[];
  readonly message: string;
}

const errorCodes: readonly OperationErrorCode[] = [
  'NO_ANSWER',
  'UNREACHABLE',
  'TIMEOUT',
  'ABORTED',
  'INVALID_REQUEST',
  'MISSING_SERVICE',
];

const endings: readonly CalledOutput['status'][] = [
  'completed',
  'ended',
  'failed',
  'goto',
];

/** What each member must be; `undefined` when it is. */
const checks: Readonly<Record<keyof GivenCase, (value: unknown) => string | undefined>> =
  {
    name: isText,
    reason: isText,
    replaces: isText,
    basedOn: isText,
    without: (value) => (value === true ? undefined : 'true'),
    statusCode: (value) =>
      Number.isInteger(value) && Number(value) >= 100 && Number(value) < 600
        ? undefined
        : 'a status code',
    headers: (value) =>
      isObject(value) && Object.values(value).every((each) => typeof each === 'string')
        ? undefined
        : 'an object of texts',
    body: () => undefined,
    merge: () => undefined,
    message: (value) =>
      isObject(value) && 'payload' in value ? undefined : 'an object with a "payload"',
    output: (value) =>
      isObject(value) && isOneOf([undefined, ...endings], value['status'])
        ? undefined
        : `an object with "outputs" and a "status", one of ${endings.join(', ')}`,
    error: (value) =>
      isOneOf(errorCodes, value) ? undefined : `one of ${errorCodes.join(', ')}`,
  };

/** Says what is wrong with one case of a cases file. */
export function checkGivenCase(given: unknown): readonly CaseProblem[] {
  if (!isObject(given)) return [{ keys: [], message: 'This must be an object.' }];
  const problems = Object.entries(given).flatMap(([key, value]): CaseProblem[] => {
    if (!isKnown(key)) {
      const hint = didYouMean(key, Object.keys(checks)) ?? '';
      return [{ keys: [key], message: `A case has no "${key}". ${hint}`.trim() }];
    }
    const wanted = checks[key](value);
    return wanted === undefined
      ? []
      : [{ keys: [key], message: `This must be ${wanted}.` }];
  });
  if ('name' in given || 'replaces' in given) return [...problems, ...checkReply(given)];
  return [...problems, { keys: [], message: 'A case needs a "name".' }];
}

/** A case is one kind of reply. */
function checkReply(given: object): readonly CaseProblem[] {
  const kinds = [
    ['statusCode', 'headers', 'body', 'merge', 'basedOn'],
    ['message'],
    ['output'],
    ['error'],
    ['without'],
  ].filter((keys) => keys.some((key) => key in given));
  if (kinds.length > 1) {
    const names = kinds.map(([key = '']) => `"${key}"`).join(' and ');
    return [{ keys: [], message: `A case is of one kind: ${names} exclude each other.` }];
  }
  return 'body' in given && 'merge' in given
    ? [{ keys: ['merge'], message: '"body" is the whole body already.' }]
    : [];
}

function isKnown(key: string): key is keyof GivenCase {
  return Object.hasOwn(checks, key);
}

function isText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? undefined : 'a text';
}

function isOneOf(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value);
}
