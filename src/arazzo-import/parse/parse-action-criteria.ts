import type { Criterion, FailureAction, SuccessAction } from '../document.ts';
import type { ObjectReader } from './object-reader.ts';
import { parseCriteria } from './parse-criteria.ts';

/** Gives you the criteria of an action, also a condition that stands on the action itself. */
export function parseActionCriteria(
  action: ObjectReader,
  kind: (SuccessAction | FailureAction)['kind'],
): Criterion[] {
  const written = action.raw('criteria');
  if (kind === 'successAction' && Array.isArray(written) && written.length === 0) {
    reportEmpty(action);
  }
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

/** The published schemas want at least one, for success actions only; what none means is clear. */
function reportEmpty(action: ObjectReader): void {
  action.report({
    code: 'EMPTY_FIELD',
    severity: 'warning',
    message: `${action.title} has no items in "criteria": it is always taken.`,
    field: 'criteria',
    hint: 'Add one, or remove the field.',
  });
}
