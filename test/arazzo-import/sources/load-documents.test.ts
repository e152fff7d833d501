import { describe, expect, test } from 'vitest';
import { arazzo, files, load, openapi } from './load.ts';

const call = (source: string, name: string, field = 'operationId') => ({
  [field]: `$sourceDescriptions.${source}.${name}`,
});

const codes = (loaded: Awaited<ReturnType<typeof load>>) =>
  loaded.diagnostics().map(({ code, range }) => `${code} ${range.uri}`);

const other = (self?: string) =>
  arazzo({ unused: 'x' }, [{ workflowId: 'w' }], { $self: self });

describe('the kind of a source', () => {
  test.each([
    ['openapi 3', openapi('a'), 'openapi'],
    ['swagger', JSON.stringify({ swagger: '2.0', paths: {} }), 'openapi'],
    ['arazzo', arazzo({}, []), 'arazzo'],
    ['asyncapi', JSON.stringify({ asyncapi: '3.0.0' }), 'asyncapi'],
  ])('is told by its content: %s (A-SRC-06)', async (_name, text, kind) => {
    const loaded = await load('/d/a.yaml', arazzo({ s: 'x' }, [call('s', 'a')]), {
      read: files({ '/d/x': text }).read,
    });
    expect(loaded.units[0].sources.get('s')).toMatchObject({
      kind,
      key: 's',
      uri: '/d/x',
    });
  });

  test('is OpenAPI when it cannot be read', async () => {
    const loaded = await load(
      '/d/a.yaml',
      arazzo({ s: 'x' }, [call('s', 'a')]),
      files({}),
    );
    expect(loaded.units[0].sources.get('s')?.kind).toBe('openapi');
    expect(codes(loaded)).toEqual(['UNREADABLE_SOURCE /d/a.yaml']);
  });

  test('that is another than the document says is told', async () => {
    const text = arazzo({ s: { url: 'x', type: 'openapi' } }, [call('s', 'a')]);
    const loaded = await load('/d/a.yaml', text, files({ '/d/x': arazzo({}, []) }));
    expect(loaded.diagnostics()[0]).toMatchObject({
      code: 'UNREADABLE_SOURCE',
      hint: 'Write "type: arazzo".',
    });
  });
});

describe('a source is read', () => {
  test('only when something uses it (A-SRC-08)', async () => {
    const text = arazzo({ s: 'x', t: 'y', u: 'z' }, [
      call('s', 'a'),
      { ...call('s', 'b'), outputs: { v: '$sourceDescriptions.u.url' } },
    ]);
    const store = files({ '/d/x': openapi('a'), '/d/z': openapi('a') });
    await load('/d/a.yaml', text, store);
    expect(store.reads).toEqual(['/d/x', '/d/z']);
  });

  test('not when its name only begins another', async () => {
    const store = files({ '/d/y': openapi('a') });
    await load('/d/a.yaml', arazzo({ s: 'x', 's-2': 'y' }, [call('s-2', 'a')]), store);
    expect(store.reads).toEqual(['/d/y']);
  });

  test('once, however many documents name it', async () => {
    const text = arazzo({ s: 'x', b: 'sub/b' }, [
      call('s', 'a'),
      call('b', 'w', 'workflowId'),
    ]);
    const store = files({
      '/d/x': openapi('a'),
      '/d/sub/b': arazzo({ other: '../x' }, [call('other', 'a')]),
    });
    const { units } = await load('/d/a.yaml', text, store);
    expect(store.reads).toEqual(['/d/x', '/d/sub/b']);
    expect(units[1]?.sources.get('other')).toMatchObject({ kind: 'openapi', key: 's' });
  });

  test('with the files that it refers to', async () => {
    const description = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      paths: { '/x': { $ref: 'paths/x.yaml' } },
    });
    const { units } = await load('/d/a.yaml', arazzo({ s: 'x' }, [call('s', 'b')]), {
      read: files({
        '/d/x': description,
        '/d/paths/x.yaml': 'get: { operationId: b, responses: {} }',
      }).read,
    });
    expect(units[0].sources.get('s')).toMatchObject({
      operations: { operationIds: ['b'] },
    });
  });
});

describe('documents that are sources', () => {
  test('are found relative to the one that refers to them (A-URL-02)', async () => {
    const store = files({
      '/d/sub/b.yaml': arazzo({ c: '../c.yaml' }, [call('c', 'w', 'workflowId')]),
      '/d/c.yaml': arazzo({}, []),
    });
    const text = arazzo({ b: 'sub/b.yaml' }, [call('b', 'w', 'workflowId')]);
    const { units } = await load('/d/a.yaml', text, store);
    expect(units.map(({ name, uri }) => [name, uri])).toEqual([
      ['', '/d/a.yaml'],
      ['b', '/d/sub/b.yaml'],
      ['b.c', '/d/c.yaml'],
    ]);
  });

  test('may refer to each other (A-URL-04)', async () => {
    const text = arazzo({ b: 'b' }, [call('b', 'w', 'workflowId')]);
    const store = files({ '/d/b': arazzo({ a: 'a' }, [call('a', 'w', 'workflowId')]) });
    const { units } = await load('/d/a', text, store);
    expect(units).toHaveLength(2);
    expect(units[1]?.sources.get('a')).toMatchObject({ kind: 'arazzo', unit: units[0] });
    expect(store.reads).toEqual(['/d/b']);
  });

  test('have problems of their own', async () => {
    const text = arazzo({ b: { url: 'b', type: 'arazzo' } }, [
      call('b', 'w', 'workflowId'),
    ]);
    const loaded = await load(
      '/d/a',
      text,
      files({ '/d/b': 'arazzo: 1.0.1\nworkflows: [}' }),
    );
    expect(codes(loaded)).toEqual(['UNREADABLE_SOURCE /d/a', 'YAML_SYNTAX /d/b']);
    expect(loaded.units[0].sources.get('b')).toMatchObject({ kind: 'arazzo' });
  });

  test('give sources that only they have a name with theirs', async () => {
    const store = files({
      '/d/b': arazzo({ p: 'x' }, [call('p', 'a')]),
      '/d/x': openapi('a'),
    });
    const text = arazzo({ b: 'b' }, [call('b', 'w', 'workflowId')]);
    const { units } = await load('/d/a', text, store);
    expect(units[1]?.sources.get('p')?.key).toBe('b.p');
  });
});

describe('the base of relative references', () => {
  test.each([
    ['$self (B-SELF-02)', 'https://h/w/p.yaml', '/d/p.yaml', 'https://h/specs/x'],
    [
      '$self on the location (B-SELF-03)',
      'w/p.yaml',
      'https://h/v2/a',
      'https://h/v2/specs/x',
    ],
    ['the location (B-SELF-04)', undefined, 'https://h/w/a7', 'https://h/specs/x'],
  ])('is %s', async (_name, self, baseUri, uri) => {
    const text = arazzo({ s: '../specs/x' }, [call('s', 'a')], { $self: self });
    const { units } = await load('p.yaml', text, {
      ...files({ [uri]: openapi('a') }),
      baseUri,
    });
    expect(units[0].sources.get('s')).toMatchObject({ uri });
  });

  test('is the location after all, when nothing is where $self says, with a warning', async () => {
    const text = arazzo({ s: 'x' }, [call('s', 'a')], { $self: 'https://h/w/p.yaml' });
    const store = files({ '/d/x': openapi('a') });
    const loaded = await load('/d/p.yaml', text, store);
    expect(store.reads).toEqual(['https://h/w/x', '/d/x']);
    expect(codes(loaded)).toEqual(['REFERENCE_BY_LOCATION /d/p.yaml']);
  });
});

describe('documents that are supplied', () => {
  const text = arazzo({ b: 'https://h/b' }, [call('b', 'w', 'workflowId')]);
  test('are found by what they call themselves, whatever their order (B-SELF-05, -06)', async () => {
    const loaded = await load('a', text, {
      documents: [{ text: other() }, { uri: 'file:///x', text: other('https://h/b') }],
    });
    expect(loaded.units[1]).toMatchObject({ name: 'b', uri: 'file:///x' });
    expect(codes(loaded)).toEqual([]);
  });

  test('are found by where they lie, with a warning if they call themselves otherwise (B-SELF-07)', async () => {
    const documents = [{ uri: 'https://h/b', text: other('https://elsewhere/b') }];
    const loaded = await load('a', text, { documents });
    expect(loaded.units).toHaveLength(2);
    expect(codes(loaded)).toEqual(['REFERENCE_BY_LOCATION a']);
  });

  test('need not be all', async () => {
    const loaded = await load('a', text, { documents: [] });
    expect(codes(loaded)).toEqual(['UNREADABLE_SOURCE a']);
  });
});

describe('sources that the caller gives', () => {
  test('replace the URL, also of nested documents', async () => {
    const text = arazzo({ b: 'gone', s: 'x' }, [call('b', 'w', 'workflowId')]);
    const store = files({
      'my/b': arazzo({ s: '../x' }, [call('s', 'a')]),
      'my/s': openapi('a'),
    });
    const { units } = await load('/d/a', text, {
      ...store,
      sources: { b: 'my/b', 'b.s': 'my/s' },
    });
    expect(store.reads).toEqual(['my/b', 'my/s']);
    expect(units[1]?.sources.get('s')).toMatchObject({ key: 'b.s', uri: 'my/s' });
  });
});
