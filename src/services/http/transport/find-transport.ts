import { createFetchTransport } from './fetch-transport.ts';
import type { Fetch } from './fetch-transport.ts';
import { findNodeModules } from './node-modules.ts';
import { createNodeTransport } from './node-transport.ts';
import type { Transport } from './transport.ts';

/** The `fetch` that is given, else Node's own client, else the platform's `fetch`. */
export function findTransport(fetch?: Fetch): Transport {
  if (fetch !== undefined) return createFetchTransport(fetch);
  const modules = findNodeModules();
  return modules === undefined
    ? createFetchTransport((url, init) => globalThis.fetch(url, init))
    : createNodeTransport(modules);
}
