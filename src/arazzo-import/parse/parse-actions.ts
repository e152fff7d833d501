import type { FailureAction, Reusable, SuccessAction } from '../document.ts';
import type { ObjectReader } from './object-reader.ts';
import { parseFailureAction, parseSuccessAction } from './parse-action.ts';
import { orReusable } from './parse-reusable.ts';
import { hasOneOf } from './read-list.ts';
import { reportDuplicates } from './report-duplicates.ts';

const isItem = hasOneOf('name', 'type', 'reference', '$ref');

const readSuccessItem = orReusable('successActions', parseSuccessAction);
const readFailureItem = orReusable('failureActions', parseFailureAction);

/** Gives you the success actions of a step or workflow. */
export function parseSuccessActions(
  owner: ObjectReader,
  field: string,
): (SuccessAction | Reusable)[] {
  const actions = owner.list(field, readSuccessItem, { isItem });
  reportDuplicates(actions, { noun: 'action', field: 'name', idOf: actionName }, owner);
  return actions;
}

/** Gives you the failure actions of a step or workflow. */
export function parseFailureActions(
  owner: ObjectReader,
  field: string,
): (FailureAction | Reusable)[] {
  const actions = owner.list(field, readFailureItem, { isItem });
  reportDuplicates(actions, { noun: 'action', field: 'name', idOf: actionName }, owner);
  return actions;
}

/** A reference has its name elsewhere: it is compared once it is resolved. */
function actionName(item: SuccessAction | FailureAction | Reusable): string | undefined {
  return item.kind === 'reusable' ? undefined : item.name;
}
