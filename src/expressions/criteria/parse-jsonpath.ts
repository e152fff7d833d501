import type { CompiledQuery, Engines, JsonPathEngine } from '../engines/engines.ts';
import { attempt, take } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { openQuote } from '../templates/open-quote.ts';
import type { Condition } from './condition.ts';
import { operandsOf } from './condition.ts';
import type { JsonPathTest } from './criterion.ts';
import type { LaxPath } from './lax-path.ts';
import { needEngine } from './need-engine.ts';
import { parseJsonPathQuery } from './parse-jsonpath-query.ts';
import { laxNote, parseLax } from './parse-lax.ts';

/**
 * A JSONPath condition, read: a query of RFC 9535 or, when it is none, a lax comparison.
 *
 * Which of the two is tried first makes no difference, because a comparison is never a query. The
 * comparison is, because most need no query engine.
 */
export function parseJsonPath(
  condition: string,
  engines: Engines,
  version?: string,
): Parsed<JsonPathTest> {
  const lax = parseLax(condition);
  if (lax.ok && lax.value.kind !== 'operand') return toLaxTest(lax.value, engines);
  const query = parseJsonPathQuery(condition, engines, version);
  if (!query.ok) {
    if (lax.ok) return toLaxTest(lax.value, engines);
    // The reading that got further says more about what is wrong.
    return lax.error.offset < query.error.offset ? query : lax;
  }
  const alsoInArray = condition.startsWith('$[?') && !asksForRoot(condition);
  return {
    ok: true,
    value: { kind: 'query', query: query.value, alsoInArray },
    notes: query.notes,
  };
}

/** Tells whether a JSONPath condition can be evaluated without a query engine. */
export function isPlainComparison(condition: string): boolean {
  const lax = parseLax(condition);
  return lax.ok && lax.value.kind !== 'operand' && deepPaths(lax.value).length === 0;
}

function toLaxTest(ast: Condition<LaxPath>, engines: Engines): Parsed<JsonPathTest> {
  return attempt((notes) => {
    const queries = new Map<string, CompiledQuery>();
    for (const { query } of deepPaths(ast)) {
      const engine: JsonPathEngine = needEngine(engines, 'jsonpath');
      queries.set(query, take(engine.compile(query), notes));
    }
    notes.push(laxNote(ast));
    return { kind: 'lax', ast, queries };
  });
}

function deepPaths(ast: Condition<LaxPath>): readonly LaxPath[] {
  return operandsOf(ast).filter((path) => path.keys === undefined);
}

/** A filter that asks about `$` would ask something else if the root were wrapped. */
function asksForRoot(query: string): boolean {
  let quote: string | undefined;
  return query.split('$').some((part, index) => {
    const isRoot = index > 1 && quote === undefined;
    quote = openQuote(part, '\'"', quote);
    return isRoot;
  });
}
