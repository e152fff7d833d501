import type { Json } from '../document.ts';
import { isObject } from '../is-object.ts';
import type { Source } from './document-unit.ts';

/** What a document is, by the member at its root that says so (A-SRC-06). */
export function kindOf(value: Json | undefined): Source['kind'] | undefined {
  if (!isObject(value)) return undefined;
  if ('arazzo' in value) return 'arazzo';
  if ('asyncapi' in value) return 'asyncapi';
  return 'openapi' in value || 'swagger' in value ? 'openapi' : undefined;
}

/** How people call it. */
export const kindNames: Readonly<Record<Source['kind'], string>> = {
  openapi: 'OpenAPI description',
  arazzo: 'Arazzo document',
  asyncapi: 'AsyncAPI description',
};
