import type { Criterion } from '../document.ts';
import type { ObjectReader } from './object-reader.ts';
import { parseCriterion } from './parse-criterion.ts';
import { hasOneOf, isText } from './read-list.ts';
import { reportRepeated } from './report-repeated.ts';

const isObjectItem = hasOneOf('condition');

/** Gives you the criteria of a step or action. */
export function parseCriteria(owner: ObjectReader, field: string): Criterion[] {
  reportRepeated(owner, field);
  return owner.list(field, parseCriterion, {
    isItem: (value) => isText(value) || isObjectItem(value),
  });
}
