import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { Expression, ParsedTemplate } from '../../expressions/index.ts';

/** What stands in a text of the document, and what its expressions name. */
export interface ReadText extends Pick<ParsedTemplate, 'problems' | 'notes'> {
  readonly references: readonly Expression[];
}

/** Creates what reads the texts of one import: documents repeat them, and each is read once. */
export function createTextReader(): (text: string) => ReadText {
  const known = new Map<string, ReadText>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const { template, problems, notes } = parseTemplate(text);
    const read = { problems, notes, references: referencesOf(template) };
    known.set(text, read);
    return read;
  };
}
