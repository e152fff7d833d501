import type { Parameter, Reusable } from '../document.ts';
import type { ObjectReader } from './object-reader.ts';
import { parseParameter } from './parse-parameter.ts';
import { orReusable } from './parse-reusable.ts';
import { hasOneOf } from './read-list.ts';
import type { ListOptions } from './read-list.ts';
import { reportDuplicates } from './report-duplicates.ts';

const isItem = hasOneOf('name', 'reference', '$ref');
const reading = { isItem, hint: 'Write a list: - name: …' };

const readItem = orReusable('parameters', parseParameter);

/** Arazzo 1.0 has no other way to give inputs to the workflow that an action goes to. */
const readingAction = { ...reading, since: '1.1', tolerated: true } as const;

/** Gives you the parameters of a workflow or step. */
export function parseParameters(owner: ObjectReader): (Parameter | Reusable)[] {
  return readParameters(owner, reading);
}

/** Gives you the parameters of an action. */
export function parseActionParameters(owner: ObjectReader): (Parameter | Reusable)[] {
  return readParameters(owner, readingAction);
}

function readParameters(
  owner: ObjectReader,
  options: ListOptions,
): (Parameter | Reusable)[] {
  const parameters = owner.list('parameters', readItem, options);
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
