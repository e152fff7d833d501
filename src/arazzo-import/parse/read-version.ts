import type { ArazzoDocument, Json, JsonObject } from '../document.ts';
import { isObject } from '../is-object.ts';
import { openObject } from './open-object.ts';
import type { Place } from './place.ts';

const otherFormats: Readonly<Record<string, string>> = {
  openapi: 'an OpenAPI document',
  swagger: 'an OpenAPI document',
  asyncapi: 'an AsyncAPI document',
};

/**
 * Gives you the feature set of the document at its root, or `undefined` when it cannot be read as
 * Arazzo at all. A document that does not say is read as the latest version.
 */
export function readVersion(place: Place): ArazzoDocument['version'] | undefined {
  const { value, context } = place;
  if (!isObject(value)) {
    openObject(place, 'document');
    return undefined;
  }
  const format = otherFormat(value);
  if (format !== undefined) {
    const message = `This is ${format}, not an Arazzo document.`;
    const hint = 'Name it in the sourceDescriptions of an Arazzo document.';
    context.report({ code: 'MISSING_FIELD', message, path: '/arazzo', hint });
    return undefined;
  }
  const written = writtenVersion(value['arazzo'], place);
  if (written === undefined) return context.version;
  const feature = /^1\.[01](?=$|\.\d)/.exec(written)?.[0];
  if (feature === '1.0' || feature === '1.1') return feature;
  context.report({
    code: 'UNSUPPORTED_VERSION',
    message: `The document says arazzo: ${JSON.stringify(written)}, which is not supported.`,
    path: '/arazzo',
    hint: 'Write 1.0.1 or 1.1.0.',
  });
  return undefined;
}

/** The wrong types are reported by whoever reads the field. */
function writtenVersion(value: Json | undefined, { context }: Place): string | undefined {
  if (typeof value === 'number') return context.sourceAt('/arazzo');
  return typeof value === 'string' ? value : undefined;
}

function otherFormat(root: JsonObject): string | undefined {
  if (Object.hasOwn(root, 'arazzo')) return undefined;
  const field = Object.keys(otherFormats).find((name) => Object.hasOwn(root, name));
  return field === undefined ? undefined : otherFormats[field];
}
