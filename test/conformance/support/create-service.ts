import type { Service } from '../../../src/index.ts';
import { readDescription } from '../../../src/openapi/index.ts';
import { createHttpService } from '../../../src/services/index.ts';
import type { Fields } from './document.ts';

/** Gives you the HTTP service of a description that was found on the server at `url`, in `/docs`. */
export function createService(api: Fields, url: string): Service {
  const descriptionUrl = `${url}/docs/api.yaml`;
  const description = readDescription(api as never, { url: descriptionUrl });
  if (description === undefined) throw new Error('This is no OpenAPI description.');
  return createHttpService({ name: 'api', description, descriptionUrl });
}
