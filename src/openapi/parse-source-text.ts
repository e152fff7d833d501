import type { Json } from './json.ts';
import { checkExpansion } from './check-expansion.ts';

/** What became of the text of a source description: its value, or why there is none. */
export type ParsedSource =
  | { readonly value: Json; readonly problem?: never }
  | { readonly value?: never; readonly problem: string };

/**
 * Reads the text of a source description, JSON or YAML 1.2. For megabytes: no positions are kept, and
 * a key that occurs twice counts the last time, as in JSON.
 */
export async function parseSourceText(text: string): Promise<ParsedSource> {
  const json = parseJson(text);
  if (json !== undefined) return { value: json };
  const { CORE_SCHEMA, Type, load } = await import('js-yaml');
  try {
    const schema = CORE_SCHEMA.extend({ implicit: [new Type(...mergeKey)] });
    const value = load(text, { schema, json: true }) as Json | undefined;
    if (value === undefined) return { problem: 'is empty' };
    const problem = checkExpansion(text, value);
    return problem === undefined ? { value } : { problem };
  } catch (error) {
    return { problem: `is neither JSON nor YAML: ${reasonOf(error)}` };
  }
}

/** `<<` is no part of YAML 1.2, but of what people write. */
const mergeKey = [
  'tag:yaml.org,2002:merge',
  { kind: 'scalar', resolve: (text: unknown) => text === '<<' },
] as const;

function parseJson(text: string): Json | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The first line; the others quote the text. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
