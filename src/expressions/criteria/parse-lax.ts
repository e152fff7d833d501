import type { Note, Parsed } from '../parsed.ts';
import type { Condition } from './condition.ts';
import type { Dialect } from './condition-reader.ts';
import type { LaxPath } from './lax-path.ts';
import { parseCondition } from './parse-condition.ts';
import { readLaxOperand } from './parse-lax-path.ts';
import { toRfc9535 } from './to-rfc9535.ts';

const dialect: Dialect<LaxPath> = {
  operators: ['==', '!=', '<=', '>=', '<', '>', 'in', 'contains'],
  operand: readLaxOperand,
  strings: { escape: 'backslash' },
};

/**
 * A JSONPath condition as people write it, read: `$.status == "ACTIVE"`, `$.items.length > 0`,
 * `$.state in ['a', 'b'] && !$.error`.
 */
export function parseLax(condition: string): Parsed<Condition<LaxPath>> {
  return parseCondition(condition, dialect);
}

/** Says that a condition is no JSONPath query, and which query would do. */
export function laxNote(condition: Condition<LaxPath>): Note {
  const query = toRfc9535(condition);
  return {
    code: 'LAX_JSONPATH',
    message: `"${condition.text}" is a comparison, not a JSONPath query (RFC 9535).`,
    hint:
      query === undefined
        ? 'Write a query that selects something when the condition holds.'
        : `Write ${query}.`,
  };
}
