import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { CriterionProgram } from '../../../expressions/index.ts';
import { evaluateCriterion } from '../../../expressions/index.ts';
import type { SolvedCase } from './action-cases.ts';
import { withValue } from '../solve/draft.ts';
import type { Keys } from '../solve/draft.ts';
import type { Inquiry } from './inquiry.ts';
import { successStart } from './success-start.ts';
import type { PlacedDraft } from './success-start.ts';

/** Where nobody looks for more: in an answer of this size every criterion has what it needs. */
const mostPlaces = 200;

/**
 * A success of which one thing is not as its schema promises, so that this criterion does not hold and
 * all others do; `undefined` when there is none.
 */
export function brokenSuccess(
  program: CriterionProgram,
  inquiry: Inquiry,
  solved: readonly SolvedCase[],
): PlacedDraft | undefined {
  const start = successStart(inquiry, solved);
  if (start === undefined) return undefined;
  const { draft, space } = start;
  const { success, question } = inquiry;
  const isWanted = (changed: PlacedDraft['draft']): boolean => {
    const scope = space.scopeOf(changed);
    return (
      success.every((each) => evaluateCriterion(each, scope) === (each !== program)) &&
      question.select(space.toReply(changed)) !== undefined
    );
  };
  for (const keys of placesIn(draft))
    for (const value of [undefined, 'not what was promised']) {
      const changed = withValue(draft, keys, value);
      if (isWanted(changed)) return { draft: changed, space };
    }
  return undefined;
}

/** Every place of the answer but its status, the innermost first. */
function placesIn(draft: PlacedDraft['draft']): readonly Keys[] {
  const places: Keys[] = Object.keys(draft)
    .filter((part) => part !== 'statusCode')
    .map((part) => [part]);
  const values: Json[] = places.map(([part = '']) => draft[part] ?? null);
  for (let at = 0; at < places.length && places.length < mostPlaces; at += 1)
    for (const [key, value] of membersOf(values[at])) {
      places.push([...(places[at] ?? []), key]);
      values.push(value);
    }
  return places.toReversed();
}

function membersOf(
  value: Json | undefined,
): readonly (readonly [string | number, Json])[] {
  if (Array.isArray(value)) return [...(value as readonly Json[]).entries()];
  return isObject(value) ? Object.entries(value) : [];
}
