import { laxSemantics } from '../../../expressions/criteria/lax-semantics.ts';
import type { LaxPath, LaxTest } from '../../../expressions/index.ts';
import type { Language } from './language.ts';
import { toVariable } from './subject.ts';

/** JSONPath as people write it: `$.a.b == "X"`. */
export function laxLanguage({ queries }: LaxTest): Language<LaxPath> {
  return {
    subjectOf: ({ keys, query, length }, { root }) => {
      const measure = length === undefined ? {} : { measure: 'length' as const };
      if (keys !== undefined)
        return { kind: 'place', keys: [...root, ...keys], ...measure };
      const segments = queries.get(query)?.describe();
      if (segments === undefined) return { kind: 'unknown', what: query };
      return toVariable({ kind: 'query', from: root, root, segments, ...measure });
    },
    compare: laxSemantics.compare,
    holds: (value, isMeasured) => (isMeasured ? Boolean(value) : value !== undefined),
  };
}
