import type { Criterion } from '../document.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import {
  parseExpressionTypeObject,
  readLanguageVersion,
} from './parse-expression-type.ts';
import type { Place } from './place.ts';

type CriterionType = Pick<Criterion, 'type' | 'version'>;

const types = { always: ['simple', 'regex', 'jsonpath', 'xpath'] } as const;

/** Gives you a Criterion Object. Both ways to write the version of its language are understood. */
export function parseCriterion(place: Place): Criterion | undefined {
  if (typeof place.value === 'string') return readBareCondition(place, place.value);
  const criterion = openObject(place, 'criterion');
  if (criterion === undefined) return undefined;
  const condition = criterion.string('condition', { required: true });
  const context = criterion.string('context');
  const type = readType(criterion);
  const { extensions } = criterion.rest();
  if (condition === undefined || type === undefined) return undefined;
  if (criterion.has('type') && !criterion.has('context')) {
    reportNoContext(criterion, type);
    if (type.type !== 'simple') return undefined;
  }
  const { path } = criterion;
  const { version } = type;
  return defined({ path, condition, context, type: type.type, version, extensions });
}

function readBareCondition({ path, context }: Place, condition: string): Criterion {
  context.report({
    code: 'BARE_CONDITION',
    severity: 'warning',
    message: 'The criterion is a text, not an object; it is read as its condition.',
    path,
    hint: `Write condition: ${condition}`,
  });
  return { path, condition, type: 'simple' };
}

function readType(criterion: ObjectReader): CriterionType | undefined {
  if (!criterion.has('type')) return { type: 'simple' };
  if (typeof criterion.raw('type') === 'object') return readTypeObject(criterion);
  const type = criterion.choice('type', types);
  if (type !== 'jsonpath' && type !== 'xpath') return type && { type };
  // The published schemas of Arazzo 1.0 want the version beside the type, its text inside.
  const version = readLanguageVersion(criterion, type);
  if (version !== undefined && criterion.context.version !== '1.0') {
    reportFlattened(criterion, type, version);
  }
  return version === undefined ? { type } : { type, version };
}

function readTypeObject(criterion: ObjectReader): CriterionType | undefined {
  const object = criterion.object('type', parseExpressionTypeObject);
  if (object?.type !== 'jsonpointer') return object as CriterionType | undefined;
  criterion.report({
    code: 'INVALID_VALUE',
    message: `${criterion.title} has the type "jsonpointer", which cannot be true or false.`,
    field: 'type',
    hint: 'Use jsonpath or xpath.',
  });
  return undefined;
}

function reportFlattened(criterion: ObjectReader, type: string, version: string): void {
  criterion.report({
    code: 'FLATTENED_EXPRESSION_TYPE',
    severity: 'warning',
    message: `${criterion.title} has its "version" beside the "type"; Arazzo 1.1 has it inside.`,
    field: 'version',
    target: 'key',
    hint: `Write type: { type: ${type}, version: ${version} }`,
  });
}

/** A simple condition needs no context, whatever the letter of the specification says. */
function reportNoContext(criterion: ObjectReader, { type }: CriterionType): void {
  const message = `${criterion.title} has the type "${type}" but no "context".`;
  const field = 'context';
  if (type === 'simple') {
    const code = 'SIMPLE_WITHOUT_CONTEXT';
    const hint = 'Remove the type: a condition without one is simple.';
    criterion.report({ code, severity: 'warning', message, field, hint });
  } else {
    const hint = 'Add what to look at, for example context: $response.body.';
    criterion.report({ code: 'MISSING_FIELD', message, field, hint });
  }
}
