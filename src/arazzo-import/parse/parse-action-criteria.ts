import type { Criterion } from '../document.ts';
import type { ObjectReader } from './object-reader.ts';
import { parseCriteria } from './parse-criteria.ts';

/** Gives you the criteria of an action, also a condition that stands on the action itself. */
export function parseActionCriteria(action: ObjectReader): Criterion[] {
  const criteria = parseCriteria(action, 'criteria');
  if (action.has('criteria') || typeof action.raw('condition') !== 'string') {
    return criteria;
  }
  const condition = action.string('condition') ?? '';
  action.report({
    code: 'ACTION_CONDITION',
    severity: 'warning',
    message: `${action.title} has a "condition" of its own, which counts as its only criterion.`,
    field: 'condition',
    target: 'key',
    hint: `Write criteria: [{ condition: ${JSON.stringify(condition)} }]`,
  });
  return [{ path: action.path, condition, type: 'simple' }];
}
