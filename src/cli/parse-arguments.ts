import { parseArgs } from 'node:util';
import { nearestName } from '../diagnostics/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * An option of a command: a switch, a value, a value that may be given more than once, or one that
 * may be given more than once and without a value: `--name` (which reads as `''`), `--name=value`.
 */
export type OptionKind = 'switch' | 'value' | 'values' | 'optional';

/** What was given for each option; one that was not given is absent. */
type OptionValues<Options extends Readonly<Record<string, OptionKind>>> = {
  readonly [Name in keyof Options]?: Options[Name] extends 'switch'
    ? boolean
    : Options[Name] extends 'values' | 'optional'
      ? readonly string[]
      : string;
};

/** What a command was called with. */
export interface Arguments<Options extends Readonly<Record<string, OptionKind>>> {
  readonly positionals: readonly string[];
  readonly options: OptionValues<Options>;
}

/**
 * Reads the arguments of a command.
 * @throws UsageError with what was meant, where that can be guessed
 */
export function parseArguments<
  const Options extends Readonly<Record<string, OptionKind>>,
>(
  argv: readonly string[],
  options: Options,
  positionalNames: readonly string[],
): Arguments<Options> {
  const { values, positionals } = parse(argv, options);
  if (positionals.length > positionalNames.length) {
    const extra = positionals[positionalNames.length] ?? '';
    throw new UsageError(
      `"${extra}" is one argument too many.`,
      `Expected: ${positionalNames.join(' ')}.`,
    );
  }
  return { positionals, options: values as OptionValues<Options> };
}

function parse(
  argv: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
): { readonly values: object; readonly positionals: readonly string[] } {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [
      name,
      kind === 'switch'
        ? ({ type: 'boolean' } as const)
        : ({ type: 'string', multiple: kind !== 'value' } as const),
    ]),
  );
  try {
    return parseArgs({
      args: withEmptyValues(argv, options),
      options: config,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw toUsageError(error, Object.keys(options));
  }
}

/** Without this an option without a value would take the next argument for it. */
function withEmptyValues(
  argv: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) => {
    const isOption = argument.startsWith('--') && (end < 0 || index < end);
    const name = argument.slice(2);
    const isOptional = Object.hasOwn(options, name) && options[name] === 'optional';
    return isOption && isOptional ? `${argument}=` : argument;
  });
}

function toUsageError(error: unknown, names: readonly string[]): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '-{1,2}([^']*)'/u.exec(message)?.[1];
  if (unknown !== undefined) return unknownOption(unknown, names);
  const name = /Option '(?:-\w, )?(--[\w-]+)/u.exec(message)?.[1] ?? '';
  if (/does not take an argument/u.test(message))
    return new UsageError(`${name} takes no value.`);
  const dashed = /ambiguous/u.test(message);
  return new UsageError(
    `${name} needs a value.`,
    dashed ? `Write ${name}=-… when the value begins with a dash.` : undefined,
  );
}

function unknownOption(unknown: string, names: readonly string[]): UsageError {
  const near = nearestName(unknown, names);
  return new UsageError(
    `There is no option ${unknown.length === 1 ? '-' : '--'}${unknown}.`,
    near === undefined
      ? `The options are ${names.map((name) => `--${name}`).join(', ')}.`
      : `Did you mean --${near}?`,
  );
}
