import { foreignFiles, mayReferToFiles } from '../../openapi/index.ts';
import type { Json } from '../document.ts';
import { indexOpenApi } from './index-openapi.ts';
import type { OpenApiIndex } from './index-openapi.ts';
import { isAbsoluteUri } from './resolve-uri.ts';
import type { Retrieve, Retrieved } from './retrieve.ts';

/** A description with hundreds of files can still be read, and one without end comes to one. */
const most = 500;

/** Indexes a description, with the other files that it refers to; those that cannot be read are left out. */
export async function readOpenApi(
  found: Retrieved,
  source: string,
  retrieve: Retrieve,
): Promise<OpenApiIndex | undefined> {
  const { value } = await found.parsed();
  if (value === undefined) return undefined;
  const files = new Map<string, Json>();
  const seen = new Set([found.uri]);
  const first = mayReferToFiles(found.text) ? foreignFiles(value, found.uri) : [];
  let pending = first.map((url) => ({ url, from: found.uri }));
  while (pending.length > 0 && seen.size < most) {
    const fresh = pending.filter(({ url }) => !seen.has(url)).slice(0, most - seen.size);
    for (const { url } of fresh) seen.add(url);
    const read = await Promise.all(
      fresh.map(async ({ url, from }) => {
        const base = isAbsoluteUri(url) ? from : './';
        const reference = { url, base, location: base, source };
        const file = await retrieveValue(reference, retrieve);
        if (file === undefined) return [];
        files.set(url, file);
        return foreignFiles(file, url).map((next) => ({ url: next, from: url }));
      }),
    );
    pending = read.flat();
  }
  return indexOpenApi(value, { url: found.uri, resolveFile: (url) => files.get(url) });
}

async function retrieveValue(
  reference: Parameters<Retrieve>[0],
  retrieve: Retrieve,
): Promise<Json | undefined> {
  try {
    const { value } = await (await retrieve(reference)).parsed();
    return value;
  } catch {
    return undefined;
  }
}
