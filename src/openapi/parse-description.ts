import { readDescription } from './description.ts';
import type { DescriptionOptions, OpenApiDescription } from './description.ts';
import { parseSourceText } from './parse-source-text.ts';

/** What became of the text of a description. */
export type ParsedDescription =
  | { readonly description: OpenApiDescription; readonly problem?: never }
  | { readonly description?: never; readonly problem: string };

/** Reads the text of an OpenAPI description, JSON or YAML (2.0, 3.0, 3.1, 3.2). Never throws. */
export async function parseDescription(
  text: string,
  options: DescriptionOptions = {},
): Promise<ParsedDescription> {
  const parsed = await parseSourceText(text);
  if (parsed.problem !== undefined) return { problem: `The text ${parsed.problem}.` };
  const description = readDescription(parsed.value, options);
  return description === undefined
    ? { problem: 'The text is not an OpenAPI description.' }
    : { description };
}
