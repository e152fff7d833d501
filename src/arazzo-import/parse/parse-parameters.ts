import type { Parameter, Reusable } from '../document.ts';
import type { FieldOptions, ObjectReader } from './object-reader.ts';
import { parseParameter } from './parse-parameter.ts';
import { orReusable } from './parse-reusable.ts';
import { hasOneOf } from './read-list.ts';
import { reportDuplicates } from './report-duplicates.ts';

const isItem = hasOneOf('name', 'reference', '$ref');
const hint = 'Write a list: - name: …';

const readItem = orReusable('parameters', parseParameter);

/** Gives you the parameters of a workflow, step or action. */
export function parseParameters(
  owner: ObjectReader,
  options?: FieldOptions,
): (Parameter | Reusable)[] {
  const parameters = owner.list('parameters', readItem, { ...options, isItem, hint });
  reportDuplicates(
    parameters,
    { noun: 'parameter', field: 'name', idOf: parameterId },
    owner,
  );
  return parameters;
}

/** A reference has its name elsewhere: it is compared once it is resolved. */
function parameterId(item: Parameter | Reusable): string | undefined {
  if (item.kind === 'reusable') return undefined;
  const isHeader = item.in === 'header';
  const name = isHeader ? item.name.toLowerCase() : item.name;
  return item.in === undefined ? name : `${name} in ${item.in}`;
}
