import type { http } from 'msw';
import type { setupServer } from 'msw/node';
import { ArazzoError } from '../../../diagnostics/index.ts';

/** What is used of msw. */
export interface Msw {
  readonly setupServer: typeof setupServer;
  readonly http: typeof http;
}

/**
 * Loads msw, which nothing else needs.
 * @throws ArazzoError `MISSING_PACKAGE` when it is not installed
 */
export async function loadMsw(): Promise<Msw> {
  try {
    const [node, core] = await Promise.all([import('msw/node'), import('msw')]);
    return { setupServer: node.setupServer, http: core.http };
  } catch (error) {
    throw new ArazzoError(
      'MISSING_PACKAGE',
      'Paths are run over HTTP with the package msw, which is not installed. Install it: npm install --save-dev msw@2',
      { cause: error },
    );
  }
}
