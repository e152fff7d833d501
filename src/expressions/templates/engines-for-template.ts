import type { EngineName } from '../engines/engines.ts';
import { isStructured } from '../json.ts';
import type { Json } from '../json.ts';
import {
  enginesForSelector,
  parseSelectorLanguage,
} from '../selectors/selector-language.ts';
import { seemsSelector } from './parse-selector.ts';

const maxDepth = 200;

/** The engines that a value of an Arazzo 1.1 document needs: those of its Selector Objects. */
export function enginesForTemplate(value: Json, depth = 0): Set<EngineName> {
  if (!isStructured(value) || depth === maxDepth) return new Set();
  const names = new Set<EngineName>();
  if (!Array.isArray(value) && seemsSelector(value as Readonly<Record<string, Json>>)) {
    const { type = null, selector } = value as Readonly<Record<string, Json>>;
    const language = parseSelectorLanguage(type);
    return new Set(
      language.ok
        ? enginesForSelector(language.value, typeof selector === 'string' ? selector : '')
        : [],
    );
  }
  for (const member of Object.values(value) as readonly Json[]) {
    for (const name of enginesForTemplate(member, depth + 1)) names.add(name);
  }
  return names;
}
