import type http from 'node:http';
import type https from 'node:https';
import type zlib from 'node:zlib';
import { keepAlive } from './keep-alive.ts';

/** What of Node the transport is made of. */
export interface NodeModules {
  readonly http: typeof http;
  readonly https: typeof https;
  readonly zlib: typeof zlib;
  /** They keep connections for the whole process. */
  readonly agents: Readonly<Record<'http' | 'https', http.Agent>>;
}

let found: NodeModules | undefined;

/**
 * Node's modules; `undefined` where this is not Node. They are asked of the process and not imported,
 * so that they can stand in a bundle for browsers, and so that only who calls an API loads them.
 */
export function findNodeModules(): NodeModules | undefined {
  found ??= loadNodeModules();
  return found;
}

function loadNodeModules(): NodeModules | undefined {
  const { process } = globalThis as { readonly process?: Partial<NodeJS.Process> };
  if (typeof process?.getBuiltinModule !== 'function') return undefined;
  const clear = process.getBuiltinModule('node:http');
  const secure = process.getBuiltinModule('node:https');
  return {
    http: clear,
    https: secure,
    zlib: process.getBuiltinModule('node:zlib'),
    agents: {
      http: keepAlive(new clear.Agent({ keepAlive: true })),
      https: keepAlive(new secure.Agent({ keepAlive: true })),
    },
  };
}
