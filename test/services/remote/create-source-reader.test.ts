import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSourceReader } from '../../../src/services/remote/create-source-reader.ts';
import { serveDocuments } from './document-server.ts';
import type { DocumentServer } from './document-server.ts';

let server: DocumentServer;
let folder = '';
let local = '';

beforeAll(async () => {
  server = await serveDocuments({ '/d/a.yaml': 'a', '/d/b.yaml': 'b' });
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  await writeFile(join(folder, 'a.yaml'), 'local');
  local = pathToFileURL(join(folder, 'a.yaml')).href;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const about = (from: string) => ({ source: 's', from });

describe('a document from the network', () => {
  test('that the caller named may read from its own origin', async () => {
    const { readNamed, read } = createSourceReader();
    const { uri } = await readNamed(`${server.url}/d/a.yaml`);
    expect(await read('b.yaml', uri, about(uri))).toMatchObject({ text: 'b' });
    await expect(read('https://h.test/x', uri, about(uri))).rejects.toThrow(
      'not allowed',
    );
  });

  test('reads no files, whatever it calls itself', async () => {
    const { readNamed, read, allowFile } = createSourceReader({ allowRemote: true });
    await allowFile(join(folder, 'a.yaml'));
    const { uri } = await readNamed(`${server.url}/d/a.yaml`);
    for (const [url, base] of [
      [local, uri],
      ['a.yaml', local],
    ] as const)
      await expect(read(url, base, about(uri))).rejects.toThrow('comes from the network');
  });
});

describe('a local document', () => {
  test('is told how to say where a source is that is not there', async () => {
    const { read, allowFile } = createSourceReader({ hintElsewhere: (name) => name });
    await allowFile(join(folder, 'a.yaml'));
    for (const url of ['absent.yaml', '/etc/passwd'])
      await expect(read(url, local, about(local))).rejects.toMatchObject({ hint: 's' });
    const named = read(join(folder, 'absent.yaml'), '', about(local));
    await expect(named).rejects.not.toHaveProperty('hint', 's');
  });

  test('reads beside itself', async () => {
    const { read, allowFile } = createSourceReader();
    await allowFile(join(folder, 'other.yaml'));
    expect(await read('a.yaml', local, about(local))).toMatchObject({
      text: 'local',
      uri: local,
    });
  });

  test('reads hosts that are allowed, and says how others are', async () => {
    const url = `${server.url}/d/b.yaml`;
    const { read } = createSourceReader({ allowRemote: [server.host] });
    expect(await read(url, local, about(local))).toMatchObject({ text: 'b', name: url });
    const strict = createSourceReader();
    await expect(strict.read(url, local, about(local))).rejects.toMatchObject({
      hint: `Allow it with allowRemote: ['${server.host}'], or give a copy with sources.`,
    });
  });

  test('reads relative to where it says that it is published', async () => {
    const { read } = createSourceReader({ allowRemote: [server.host] });
    const base = `${server.url}/d/self.yaml`;
    expect(await read('b.yaml', base, about(local))).toMatchObject({ text: 'b' });
  });

  test.each(['ftp://h/x', 'data:text/plain,x'])('does not read %s', async (url) => {
    const { read } = createSourceReader({ allowRemote: true });
    await expect(read(url, local, about(local))).rejects.toThrow(
      'neither a file nor http',
    );
  });
});

test('a text whose place is not known has no relative references', async () => {
  const { read } = createSourceReader();
  await expect(read('a.yaml', 'document', about('document'))).rejects.toThrow('relative');
});
