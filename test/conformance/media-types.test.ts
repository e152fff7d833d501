import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import type { ImportOptions } from '../../src/index.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

describe.each(versions)('in Arazzo %s', (version) => {
  const { text } = inVersion(version);

  requirement('A-DOC-14 the media types of Arazzo are read', async () => {
    const types = [
      'application/vnd.oai.workflows',
      'application/vnd.oai.workflows+json',
      'application/vnd.oai.workflows+yaml; version=1.0.1',
    ];
    for (const type of types) {
      const server = createServer((_request, response) => {
        response.setHeader('content-type', type);
        response.end(text({}));
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      try {
        const options = { allowRemote: true } as ImportOptions;
        const { workflows } = await importArazzo(
          `http://127.0.0.1:${port}/flow`,
          options,
        );
        expect(workflows).toHaveLength(1);
      } finally {
        server.close();
      }
    }
  });
});
