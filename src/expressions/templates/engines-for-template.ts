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
export function enginesForTemplate(value: Json): Set<EngineName> {
  const names = new Set<EngineName>();
  collect(value, names, 0);
  return names;
}

function collect(value: Json, names: Set<EngineName>, depth: number): void {
  if (!isStructured(value) || depth === maxDepth) return;
  if (!Array.isArray(value) && seemsSelector(value as Readonly<Record<string, Json>>)) {
    const { type = null, selector } = value as Readonly<Record<string, Json>>;
    const language = parseSelectorLanguage(type);
    if (!language.ok) return;
    const query = typeof selector === 'string' ? selector : '';
    for (const name of enginesForSelector(language.value, query)) names.add(name);
    return;
  }
  for (const member of Object.values(value) as readonly Json[]) {
    collect(member, names, depth + 1);
  }
}
