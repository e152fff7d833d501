import { pointerTokens } from '../json-pointer.ts';
import type { ObjectReader } from './object-reader.ts';

/**
 * Gives you the name of an action. One that has none is called by its place (`onFailure-2`): names
 * only tell actions apart.
 */
export function readActionName(action: ObjectReader): string {
  if (action.has('name')) {
    const name = action.string('name', { required: true });
    if (name !== undefined) return name;
  } else {
    reportNoName(action);
  }
  return nameByPlace(action.path);
}

function reportNoName(action: ObjectReader): void {
  action.report({
    code: 'MISSING_ACTION_NAME',
    severity: 'warning',
    message: `${action.title} has no "name".`,
    field: 'name',
    hint: `Add a name that says what it is for; "${nameByPlace(action.path)}" is used.`,
  });
}

/** Of a component its key; of an item its list and its number, from 1. */
function nameByPlace(path: string): string {
  const [outer, list = '', last = ''] = pointerTokens(path).slice(-3);
  if (outer === 'components') return last;
  return /^\d+$/.test(last) ? `${list}-${Number(last) + 1}` : `${last}-1`;
}
