import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileReader } from '../../../src/services/files/create-file-reader.ts';

let root = '';
let base = '';
let read: (url: string) => Promise<string>;

/** A reader for the document, as its text would be read. */
function readerFor(path: string, maxBytes?: number): (url: string) => Promise<string> {
  const files = createFileReader(maxBytes === undefined ? {} : { maxBytes });
  files.allow(path);
  return async (url) => (await files.read(url, base)).text;
}

// root/secret, root/project/arazzo/document.yaml, root/project/openapi/pets.yaml
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'source-reader-'));
  await mkdir(join(root, 'project/arazzo'), { recursive: true });
  await mkdir(join(root, 'project/openapi/a b'), { recursive: true });
  await mkdir(join(root, 'project-two'));
  await writeFile(join(root, 'secret'), 'secret');
  await writeFile(join(root, 'project-two/x.yaml'), 'secret');
  await writeFile(join(root, 'project/arazzo/local.yaml'), 'local');
  await writeFile(join(root, 'project/openapi/pets.yaml'), 'pets');
  await writeFile(join(root, 'project/openapi/a b/c.yaml'), 'blank');
  await symlink(join(root, 'secret'), join(root, 'project/arazzo/link-out.yaml'));
  await symlink(root, join(root, 'project/arazzo/folder-out'));
  await symlink('../openapi/pets.yaml', join(root, 'project/arazzo/link-in.yaml'));
  base = pathToFileURL(join(root, 'project/arazzo/document.yaml')).href;
  read = readerFor(join(root, 'project/arazzo/document.yaml'));
});

afterAll(() => rm(root, { recursive: true }));

describe('a document reads', () => {
  test.each([
    ['beside itself', 'local.yaml', 'local'],
    ['in a folder beside its own', '../openapi/pets.yaml', 'pets'],
    ['through a link that stays inside', 'link-in.yaml', 'pets'],
    ['a name with escapes', '../openapi/a%20b/c.yaml', 'blank'],
    ['a name with a query and a fragment', './local.yaml?v=1#/paths', 'local'],
  ])('a file %s (A-URL-01, A-URL-02)', async (_name, url, text) => {
    expect(await read(url)).toBe(text);
  });

  test('a file URL inside its folder', async () => {
    const url = pathToFileURL(join(root, 'project/openapi/pets.yaml')).href;
    expect(await read(url)).toBe('pets');
  });
});

describe('a document does not read', () => {
  test.each([
    ['above the folder above its own', '../../secret'],
    ['through a link to a file outside', 'link-out.yaml'],
    ['through a link to a folder outside', 'folder-out/secret'],
    ['with escaped dots', '%2e%2e/%2e%2e/secret'],
    ['in a folder whose name begins alike', '../../project-two/x.yaml'],
    ['from the root', '/etc/passwd'],
    ['from another host', '//host/share/x.yaml'],
  ])('%s', async (_name, url) => {
    await expect(read(url)).rejects.toThrow(/outside|does not exist/);
  });

  test('a file URL outside', async () => {
    const url = pathToFileURL(join(root, 'secret')).href;
    await expect(read(url)).rejects.toThrow('outside');
  });

  test.each([
    ['a folder', '../openapi', 'not a file'],
    ['what is not there', 'gone.yaml', 'does not exist'],
    ['what cannot be a name', '%zz.yaml', 'does not exist'],
  ])('%s', async (_name, url, why) => {
    await expect(read(url)).rejects.toThrow(why);
  });

  test('what is misspelled, and is told what lies beside it', async () => {
    await expect(read('../openapi/pet.yaml')).rejects.toThrow(
      'Did you mean "pets.yaml"?',
    );
  });

  test('the names in folders that it may not read', async () => {
    for (const url of ['../../secre', 'folder-out/secre'])
      await expect(read(url)).rejects.not.toThrow('Did you mean');
  });

  test('more than it may', async () => {
    const little = readerFor(join(root, 'project/arazzo/d.yaml'), 4);
    expect(await little('../openapi/pets.yaml')).toBe('pets');
    await expect(little('local.yaml')).rejects.toThrow('larger');
  });
});

describe('what the caller names', () => {
  test('is read wherever it lies, and what belongs to it as well', async () => {
    const files = createFileReader();
    await expect(files.read('../../project-two/x.yaml', base)).rejects.toThrow('outside');
    const { text, uri, name } = await files.readNamed(join(root, 'project-two/x.yaml'));
    expect(text).toBe('secret');
    expect(uri).toBe(pathToFileURL(join(root, 'project-two/x.yaml')).href);
    expect(name).toBe(join(root, 'project-two/x.yaml'));
    expect((await files.read('../secret', uri)).text).toBe('secret');
  });
});
