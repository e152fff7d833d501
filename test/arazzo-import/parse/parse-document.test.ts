import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/arazzo-import/parse/parse-document.ts';
import { diagnose, documentOf, error, hintsOf, warning } from './diagnose.ts';
import { documentWith } from './documents.ts';

describe('the root', () => {
  test('A-DOC-11: a document without components is faultless', () => {
    expect(diagnose(documentWith())).toEqual([]);
    expect(documentOf(documentWith()).components).toMatchObject({ inputs: {} });
  });

  test.each([
    ['- a', 'an array'],
    ['text', 'text'],
    ['', 'nothing'],
  ])('A-DOC-03: a root that is no object is unusable: %j', (text) => {
    const { document, diagnostics } = parseDocument(text, 'test.yaml');
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'WRONG_TYPE', path: '' }]);
  });

  test('A-DOC-04: field names have their letter case', () => {
    const text = documentWith().replace('workflows:', 'Workflows:');
    expect(diagnose(text)).toEqual([
      error('MISSING_FIELD', '/workflows', 'arazzo: 1.0.1'),
      warning('UNKNOWN_FIELD', '/Workflows', 'Workflows'),
    ]);
    expect(hintsOf(text)).toContain('Did you mean "workflows"?');
  });

  test.each(['arazzo', 'info', 'sourceDescriptions', 'workflows'])(
    'A-DOC-06, 08, 09, 10: a document needs %s',
    (field) => {
      const text = documentWith().replace(`${field}:`, `x-${field}:`);
      expect(diagnose(text)).toContainEqual(
        expect.objectContaining({ code: 'MISSING_FIELD', path: `/${field}` }),
      );
    },
  );

  test.each(['sourceDescriptions', 'workflows'])(
    'A-DOC-09, 10: %s may not be empty',
    (field) => {
      const text = `${documentWith().replace(`${field}:`, 'x-old:')}${field}: []`;
      expect(diagnose(text)).toEqual([error('INVALID_VALUE', `/${field}`, '[]')]);
    },
  );

  test('diagnostics come in the order of the text', () => {
    const { diagnostics } = parseDocument(
      documentWith({ info: 'titel: T', step: 'foo: 1', root: 'bar: 1' }),
      'test.yaml',
    );
    const starts = diagnostics.map(({ range }) => range.start);
    expect(starts).toHaveLength(5);
    expect(starts).toEqual(starts.toSorted((left, right) => left - right));
  });

  test('a text with syntax errors has these, and no others', () => {
    expect(diagnose('arazzo: [')).toEqual([error('YAML_SYNTAX', '', '')]);
  });

  test('problems of the text and of the document are reported together', () => {
    const text = documentWith({ info: 'title: T\ntitle: U' });
    expect(diagnose(text)).toEqual([
      error('MISSING_FIELD', '/info/version', 'info'),
      error('DUPLICATE_KEY', '/info/title', 'title'),
    ]);
  });
});

describe('the version', () => {
  test.each([
    ['1.0.0', '1.0'],
    ['1.0.7', '1.0'],
    ['1.1.0', '1.1'],
  ] as const)('A-DOC-07: %s has the features of %s', (version, features) => {
    expect(documentOf(documentWith({ version }))).toMatchObject({
      arazzo: version,
      version: features,
    });
  });

  test.each(['2.0.0', '1.2.0', '0.9.0', '1.10.0', 'latest'])(
    'A-DOC-07: %s is not supported',
    (version) => {
      const text = documentWith({ version });
      expect(diagnose(text)).toEqual([error('UNSUPPORTED_VERSION', '/arazzo', version)]);
      expect(parseDocument(text, 'test.yaml').document).toBeUndefined();
    },
  );

  test('A-DOC-06: a number has to be quoted', () => {
    const text = documentWith({ version: '1.0' });
    expect(diagnose(text)).toEqual([warning('SCALAR_FOR_TEXT', '/arazzo', '1.0')]);
    expect(hintsOf(text)).toEqual(['Quote it: arazzo: "1.0"']);
    expect(documentOf(text).version).toBe('1.0');
  });

  test.each(['openapi: 3.1.0', 'swagger: "2.0"', 'asyncapi: 3.0.0'])(
    'a document of another format is named as such: %s',
    (text) => {
      expect(diagnose(text)).toMatchObject([{ code: 'MISSING_FIELD', path: '/arazzo' }]);
      expect(parseDocument(text, 'test.yaml').document).toBeUndefined();
    },
  );
});

describe('$self', () => {
  const self = '$self: https://example.com/a.yaml';

  test('B-SELF-01: Arazzo 1.1 has it', () => {
    const text = documentWith({ version: '1.1.0', root: self });
    expect(diagnose(text)).toEqual([]);
    expect(documentOf(text).self).toBe('https://example.com/a.yaml');
  });

  test('B-SELF-01: a fragment is an error', () => {
    expect(diagnose(documentWith({ version: '1.1.0', root: `${self}#/w` }))).toEqual([
      error('INVALID_VALUE', '/$self', 'https://example.com/a.yaml#/w'),
    ]);
  });

  test('B-DOC-02: to Arazzo 1.0 it is unknown', () => {
    const text = documentWith({ root: self });
    expect(diagnose(text)).toEqual([warning('UNKNOWN_FIELD', '/$self', '$self')]);
    expect(hintsOf(text)).toEqual([expect.stringContaining('Arazzo 1.1 has it')]);
  });
});

describe('__proto__ keys', () => {
  test('are unknown fields and nothing else', () => {
    const text = documentWith({ root: '__proto__: {info: 1}' });
    expect(diagnose(text)).toEqual([warning('UNKNOWN_FIELD', '/__proto__', '__proto__')]);
  });

  test('are names of outputs like every other', () => {
    const { workflows } = documentOf(
      documentWith({ step: 'outputs: {__proto__: $url}' }),
    );
    expect(Object.keys(workflows[0]?.steps[0]?.outputs ?? {})).toEqual(['__proto__']);
  });
});
