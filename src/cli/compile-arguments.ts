import type { CompileOptions } from '../arazzo-import/index.ts';
import { parseDuration } from './parse-duration.ts';
import { UsageError } from './usage-error.ts';

/** The options that shape the machine of a workflow. */
export const compileOptions = {
  'poll-interval': 'value',
  timeout: 'value',
  'max-steps': 'value',
  'unmatched-poll': 'value',
} as const;

/** What was given for {@link compileOptions}. */
export interface CompileArguments {
  readonly 'poll-interval'?: string;
  readonly timeout?: string;
  readonly 'max-steps'?: string;
  readonly 'unmatched-poll'?: string;
}

/**
 * How the machine is to be shaped.
 * @throws UsageError for a value that an option cannot have
 */
export function givenCompileOptions(given: CompileArguments): CompileOptions {
  const { 'poll-interval': interval, timeout } = given;
  return {
    unmatchedPoll: toUnmatchedPoll(given['unmatched-poll']),
    ...(interval === undefined
      ? {}
      : { pollInterval: parseDuration(interval, 'poll-interval') }),
    ...(timeout === undefined ? {} : { timeout: parseDuration(timeout, 'timeout', 1) }),
    ...toMaxSteps(given['max-steps']),
  };
}

function toUnmatchedPoll(text = 'fail'): 'fail' | 'next' {
  if (text === 'fail' || text === 'next') return text;
  throw new UsageError(`--unmatched-poll cannot be "${text}".`, 'Write fail or next.');
}

function toMaxSteps(text: string | undefined): { readonly maxSteps?: number } {
  if (text === undefined) return {};
  const maxSteps = Number(text);
  if (Number.isSafeInteger(maxSteps) && maxSteps > 0) return { maxSteps };
  throw new UsageError(
    `--max-steps cannot be "${text}".`,
    'Write a whole number from 1.',
  );
}
