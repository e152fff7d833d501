import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { mutations } from './mutations.mjs';

/** The mutants of a document: each with one fault. Those that are the same text are one. */
export function mutantsOf(file) {
  const document = parse(readFileSync(file, 'utf8'));
  const original = stringify(document);
  const known = new Set([original]);
  const mutants = [];
  for (const [operator, mutate] of Object.entries(mutations)) {
    for (const { where, what, change } of mutate(document)) {
      const copy = structuredClone(document);
      change(copy);
      const text = stringify(copy);
      if (known.has(text)) continue;
      known.add(text);
      mutants.push({ operator, where, what, text });
    }
  }
  return mutants;
}
