import type { EngineName } from '../engines/engines.ts';
import type { CriterionSource } from './criterion.ts';
import { isPlainComparison } from './parse-jsonpath.ts';

/** The engines that a set of criteria needs; those of type `simple` need none. */
export function enginesNeeded(criteria: Iterable<CriterionSource>): Set<EngineName> {
  const names = new Set<EngineName>();
  const queries = new Set<string>();
  for (const { type, condition } of criteria) {
    if (type === 'regex') names.add('regex');
    if (type === 'xpath') {
      names.add('xpath');
      if (/\b(?:matches|replace|tokenize)\s*\(/.test(condition)) names.add('regex');
    }
    if (type === 'jsonpath') queries.add(condition);
  }
  for (const query of queries) {
    if (isPlainComparison(query)) continue;
    names.add('jsonpath');
    if (/\b(?:match|search)\(|=~/.test(query)) names.add('regex');
  }
  return names;
}
