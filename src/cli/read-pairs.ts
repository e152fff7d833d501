import { UsageError } from './usage-error.ts';

/**
 * Reads `name=value`, given once or more.
 * @throws UsageError for one without a name or a value; `form` shows how it is written
 */
export function readPairs(
  texts: readonly string[],
  option: string,
  form: string,
): readonly (readonly [name: string, value: string])[] {
  return texts.map((text) => {
    const at = text.indexOf('=');
    if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
    throw new UsageError(
      `--${option} "${text}" is no name with a value.`,
      `Write ${form}.`,
    );
  });
}
