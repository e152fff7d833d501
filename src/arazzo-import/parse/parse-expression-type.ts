import { languageVersions } from '../../expressions/index.ts';
import type { ExpressionType } from '../document.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import type { Place } from './place.ts';

type Language = ExpressionType['type'];

const languages = ['jsonpath', 'xpath', 'jsonpointer'] as const;

/** Gives you a language by its name alone, or an Expression Type Object with its version. */
export function parseExpressionType(place: Place): Language | ExpressionType | undefined {
  const { value, path, context } = place;
  if (typeof value !== 'string') return parseExpressionTypeObject(place);
  const language = languages.find((name) => name === value);
  if (language !== undefined) return language;
  context.report({
    code: 'INVALID_VALUE',
    message: `${JSON.stringify(value)} is not a language that selects values.`,
    path,
    hint: 'Write one of "jsonpath", "xpath", "jsonpointer".',
  });
  return undefined;
}

/** Gives you an Expression Type Object; its version is the latest when it does not say. */
export function parseExpressionTypeObject(place: Place): ExpressionType | undefined {
  const object = openObject(place, 'expression type');
  if (object === undefined) return undefined;
  const type = object.choice('type', { always: languages }, { required: true });
  if (type === undefined) return undefined;
  const version = readLanguageVersion(object, type);
  object.rest();
  if (!object.has('version')) reportNoVersion(object, languageVersions[type][0]);
  return { type, version: version ?? languageVersions[type][0] };
}

/** Gives you the version of a language from the field `version`, when it has such a version. */
export function readLanguageVersion(
  object: ObjectReader,
  language: Language,
): string | undefined {
  return object.choice('version', { always: languageVersions[language] });
}

function reportNoVersion(object: ObjectReader, assumed: string): void {
  object.report({
    code: 'MISSING_LANGUAGE_VERSION',
    severity: 'warning',
    message: `${object.title} has no "version"; ${assumed} is assumed.`,
    field: 'version',
    hint: `Add version: ${assumed}.`,
  });
}
