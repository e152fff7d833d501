import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRemoteReader } from '../../../src/services/remote/create-remote-reader.ts';
import type { Page } from './document-server.ts';
import { serveDocuments } from './document-server.ts';
import type { DocumentServer } from './document-server.ts';

const pages: Record<string, Page> = {
  '/a.yaml': 'text',
  '/moved.yaml': { redirect: '/folder/a.yaml' },
  '/folder/a.yaml': { text: 'moved', type: 'application/vnd.oai.workflows' },
  '/endless': { redirect: '/endless' },
  '/page': { text: '<html>', type: 'text/html; charset=utf-8' },
  '/silent': () => undefined,
  '/bom': '\uFEFFtext',
};
let server: DocumentServer;
let other: DocumentServer;

beforeAll(async () => {
  server = await serveDocuments(pages);
  other = await serveDocuments({ '/x': 'other' });
  pages['/away'] = { redirect: `${other.url}/x` };
});
afterAll(async () => {
  await server.close();
  await other.close();
});

/** An internet in which one host leads to another. */
function fetching(to: string): typeof fetch {
  return async (url) =>
    url instanceof URL && url.hostname === 'h.test'
      ? new Response(null, { status: 302, headers: { location: to } })
      : new Response('inside');
}

describe('a document is read', () => {
  test.each([
    ['as it is', '/a.yaml', 'text', '/a.yaml'],
    ['where it went, which is its URI', '/moved.yaml', 'moved', '/folder/a.yaml'],
    ['without the mark at its beginning', '/bom', 'text', '/bom'],
  ])('%s (A-DOC-14)', async (_name, path, text, uri) => {
    const read = createRemoteReader({ allow: [server.host] });
    expect(await read(server.url + path)).toEqual({ text, uri: server.url + uri });
  });

  test.each([
    ['the host', () => '127.0.0.1'],
    ['the host with its port', () => server.host],
    ['the origin', () => server.url],
  ])('from %s that is allowed', async (_name, allowed) => {
    const read = createRemoteReader({ allow: [allowed()] });
    expect((await read(`${server.url}/a.yaml`)).text).toBe('text');
  });
});

describe('a document is not read', () => {
  test('from a host that is not allowed, and nothing is sent', async () => {
    const before = server.requests.length;
    const read = createRemoteReader({ allow: ['example.com'] });
    await expect(read(`${server.url}/a.yaml`)).rejects.toMatchObject({
      name: 'HostNotAllowedError',
      host: server.host,
    });
    expect(server.requests).toHaveLength(before);
  });

  test('where a redirect leads, if that is not allowed', async () => {
    const read = createRemoteReader({ allow: [server.host] });
    await expect(read(`${server.url}/away`)).rejects.toMatchObject({ host: other.host });
    expect(other.requests).toEqual([]);
  });

  test.each([
    ['that redirects without an end', '/endless', 'without an end'],
    ['that is not there', '/gone', 'status 404'],
    ['that is a web page', '/page', 'text/html'],
    ['that is too large', '/a.yaml', 'larger'],
    ['that does not come', '/silent', 'did not arrive within 0.05 s'],
  ])('%s', async (_name, path, why) => {
    const timeout = path === '/silent' ? 50 : 20_000;
    const read = createRemoteReader({ allow: true, maxBytes: 3, timeout });
    await expect(read(server.url + path)).rejects.toThrow(why);
  });

  test.each([
    ['a password in the URL', 'https://me:hidden@h.test/x', 'password'],
    ['another protocol', 'ftp://h.test/x', 'neither http nor https'],
    ['nobody there', 'http://127.0.0.1:1/x', 'cannot be reached'],
  ])('with %s', async (_name, url, why) => {
    const error: unknown = await createRemoteReader({ allow: true })(url).catch(
      (e: unknown) => e,
    );
    expect(String(error)).toContain(why);
    expect(String(error)).not.toContain('hidden');
  });
});

describe('a public host', () => {
  test.each([
    'http://169.254.169.254/',
    'https://localhost/',
    'https://localhost./',
    'https://100.100.100.200/',
    'https://[64:ff9b::a00:1]/',
    'https://[::1]/',
    'https://10.0.0.1/',
  ])('does not lead to %s, even where all hosts are allowed', async (to) => {
    const read = createRemoteReader({ allow: true, fetch: fetching(to) });
    await expect(read('https://h.test/x')).rejects.toThrow(/local network|encryption/);
  });

  test('does not lead out of encryption', async () => {
    const read = createRemoteReader({
      allow: true,
      fetch: fetching('http://other.test/'),
    });
    await expect(read('https://h.test/x')).rejects.toThrow('without encryption');
  });

  test('leads to another public host where all are allowed', async () => {
    const read = createRemoteReader({
      allow: true,
      fetch: fetching('https://other.test/'),
    });
    expect(await read('https://h.test/x')).toEqual({
      text: 'inside',
      uri: 'https://other.test/',
    });
  });

  test('names no host of the local network', async () => {
    const read = createRemoteReader({ allow: true });
    await expect(read(`${server.url}/a.yaml`, 'https://h.test/a')).rejects.toThrow(
      'local network',
    );
  });
});
