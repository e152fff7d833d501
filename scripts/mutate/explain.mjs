import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { at } from './walk.mjs';

/** Why a mutant survives: the difference makes none, or nobody can know what was meant. */
export function explain({ file, operator, where, what }) {
  const document = parse(readFileSync(file, 'utf8'));
  const keys = where.split('/').slice(1);
  const reason = reasons.find(
    (each) => each.operators.includes(operator) && each.isSo({ document, keys, what }),
  );
  return reason?.why ?? 'Not explained.';
}

const reasons = [
  {
    operators: ['swapped actions'],
    isSo: () => true,
    why: 'Their criteria exclude each other, so that their order makes no difference.',
  },
  {
    operators: ['wrong type of value', 'removed member of a payload'],
    isSo: ({ document, keys }) => replacementsAround(document, keys).length > 0,
    why: 'A replacement puts something else in its place before the payload is sent.',
  },
  {
    operators: ['changed pointer'],
    isSo: ({ what }) => /\/\d+\b/u.test(what),
    why: 'Another item of a list is meant, and nobody can know how many there are: answers of a test have as many as are read.',
  },
  {
    operators: ['other wait of a retry'],
    isSo: () => true,
    why: 'The answers that lead to this retry have a Retry-After header, which comes before retryAfter.',
  },
  {
    operators: ['removed dependency'],
    isSo: () => true,
    why: 'What it depends on comes first anyway.',
  },
  {
    operators: ['wrong type of action'],
    isSo: ({ document, keys }) =>
      at(document, keys)?.reference !== undefined || isComponent(keys),
    why: 'A Reusable Object is what it refers to; the field that was added means nothing.',
  },
  {
    operators: ['parameter in another place'],
    isSo: ({ document, keys }) => stepAround(document, keys)?.action !== undefined,
    why: 'A message has headers and parameters of its channel; a place that is no header is the channel.',
  },
  {
    operators: ['removed parameter'],
    isSo: ({ document, keys }) => stepAround(document, keys)?.action !== undefined,
    why: 'The description of the channel has the same value as its default.',
  },
];

function stepAround(document, keys) {
  const index = keys.indexOf('steps');
  return index < 0 ? undefined : at(document, keys.slice(0, index + 2));
}

function replacementsAround(document, keys) {
  return stepAround(document, keys)?.requestBody?.replacements ?? [];
}

function isComponent(keys) {
  return keys[0] === 'components';
}
