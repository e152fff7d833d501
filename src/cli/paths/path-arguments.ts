import { didYouMean } from '../../diagnostics/index.ts';
import { compileOptions } from '../compile-arguments.ts';
import type { CompileArguments } from '../compile-arguments.ts';
import { sourceOptions } from '../source-arguments.ts';
import type { SourceArguments } from '../source-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** The options that `paths` and `test` share. */
export const pathOptions = {
  select: 'value',
  'max-paths': 'value',
  'sub-workflows': 'value',
  cases: 'value',
  ...compileOptions,
  strict: 'switch',
  'allow-errors': 'switch',
  ...sourceOptions,
  json: 'switch',
  verbose: 'switch',
} as const;

/** What was given for {@link pathOptions}. */
export interface PathArguments extends CompileArguments, SourceArguments {
  readonly select?: string;
  readonly 'max-paths'?: string;
  readonly 'sub-workflows'?: string;
  readonly cases?: string;
  readonly strict?: boolean;
  readonly 'allow-errors'?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Which paths are wanted. */
export interface GivenSelection {
  readonly select?: 'covering' | 'shortest' | 'simple';
  readonly maxPaths?: number;
  readonly subWorkflows?: 'in-place' | 'one-case';
}

/**
 * Which paths a call wants.
 * @throws UsageError for a value that an option cannot have
 */
export function givenSelection(given: PathArguments): GivenSelection {
  const { select, 'max-paths': maxPaths, 'sub-workflows': subWorkflows } = given;
  return {
    ...(select === undefined
      ? {}
      : { select: toChoice(select, 'select', ['covering', 'shortest', 'simple']) }),
    ...(maxPaths === undefined ? {} : { maxPaths: toMaxPaths(maxPaths) }),
    ...(subWorkflows === undefined
      ? {}
      : {
          subWorkflows: toChoice(subWorkflows, 'sub-workflows', ['in-place', 'one-case']),
        }),
  };
}

/**
 * One of the values that an option can have.
 * @throws UsageError for any other
 */
export function toChoice<const Choice extends string>(
  text: string,
  option: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `--${option} cannot be "${text}".`,
    didYouMean(text, choices) ?? `Write ${choices.join(', ')}.`,
  );
}

function toMaxPaths(text: string): number {
  const maxPaths = Number(text);
  if (Number.isSafeInteger(maxPaths) && maxPaths > 0) return maxPaths;
  throw new UsageError(
    `--max-paths cannot be "${text}".`,
    'Write a whole number from 1.',
  );
}
