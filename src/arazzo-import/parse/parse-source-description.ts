import type { SourceDescription } from '../document.ts';
import { checkId } from './check-id.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import type { Place } from './place.ts';

const types = { always: ['openapi', 'arazzo'], since11: ['asyncapi'] } as const;

/** Gives you a Source Description Object. */
export function parseSourceDescription(place: Place): SourceDescription | undefined {
  const source = openObject(place, 'source description', 'name');
  if (source === undefined) return undefined;
  const name = source.string('name', { required: true });
  const url = readUrl(source);
  const type = source.choice('type', types);
  const rest = source.rest();
  checkId(source, 'name');
  if (name === undefined || url === undefined) return undefined;
  return defined({ path: source.path, name, url, type, ...rest });
}

function readUrl(source: ObjectReader): string | undefined {
  const url = source.string('url', { required: true });
  // The base only makes relative references complete.
  if (url === undefined || URL.canParse(url, 'https://base.invalid/')) return url;
  source.report({
    code: 'INVALID_VALUE',
    message: `${source.title} has ${JSON.stringify(url)} as "url", which is no URL.`,
    field: 'url',
    hint: 'Write a URL, or a path relative to this document.',
  });
  return undefined;
}
