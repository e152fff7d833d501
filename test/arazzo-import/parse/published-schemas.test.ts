import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/arazzo-import/document.ts';
import { parseDocument } from '../../../src/arazzo-import/parse/parse-document.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { mutationsOf } from './support/mutations.ts';
import type { Mutation } from './support/mutations.ts';
import { wholeDocument } from './support/whole-document.ts';

/** What the schemas reject although the text of the specification allows it. */
const wrongRejections: Readonly<Record<string, RegExp>> = {
  'A-BODY-13: the value of a replacement may be anything':
    /\/replacements\/\d+\/value = /,
  'A-REUSE-04: other fields of a Reusable Object are ignored':
    /\/(?:parameters\/\d+|on\w+\/3|\w+Actions\/3) has a stranger$/,
  'C-43: the value of a parameter may be an object': /\/value = \{/,
};

/** What the schemas cannot see, or do not look at. */
const blindSpots: Readonly<Record<string, RegExp>> = {
  'A-REUSE-01: a reference names a component': /\/reference (?:= "bogus"|in capitals)$/,
  'B-ACT-01: parameters of actions are Parameter Objects':
    /(?:on\w+|Actions)\/\d+\/parameters/,
};

/** Not fields of documents. */
const keywords = ['items', 'additionalProperties', 'schema'];

interface Verdict extends Mutation {
  readonly isValid: boolean;
  readonly findings: readonly Diagnostic[];
}

/** The published schema of a version as a predicate. */
function publishedSchema(version: string): (document: Json) => boolean {
  const url = new URL(
    `../../conformance/schemas/arazzo-${version}.json`,
    import.meta.url,
  );
  const schema = JSON.parse(readFileSync(url, 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ajv.compile(schema) as (document: Json) => boolean;
}

function findingsOf(document: Json): readonly Diagnostic[] {
  return parseDocument(JSON.stringify(document, undefined, 1), 'test.json').diagnostics;
}

function unexplained(
  verdicts: readonly Verdict[],
  reasons: Readonly<Record<string, RegExp>>,
): readonly string[] {
  const isKnown = (name: string): boolean =>
    Object.values(reasons).some((pattern) => pattern.test(name));
  return verdicts.map(({ name }) => name).filter((name) => !isKnown(name));
}

const hasError = ({ findings }: Verdict): boolean =>
  findings.some(({ severity }) => severity === 'error');

describe.each(['1.0', '1.1'] as const)('Arazzo %s', (version) => {
  const isValid = publishedSchema(version);
  const document = wholeDocument(version);
  const verdicts: readonly Verdict[] = [...mutationsOf(document)].map((mutation) => ({
    ...mutation,
    isValid: isValid(mutation.document),
    findings: findingsOf(mutation.document),
  }));

  test('the whole document is faultless, to the schema and to us', () => {
    expect(isValid(document)).toBe(true);
    expect(findingsOf(document)).toEqual([]);
  });

  test('the changes touch every field that the schema knows', () => {
    const touched = new Set(verdicts.map(({ path }) => path.split('/').at(-1)));
    const url = new URL(
      `../../conformance/schemas/arazzo-${version}.json`,
      import.meta.url,
    );
    const names = readFileSync(url, 'utf8').matchAll(
      /"(\$?\w+)": \{\s+"(?:\$ref|description)"/g,
    );
    const known = [...names]
      .map(([, name]) => name)
      .filter((name = '') => !keywords.includes(name));
    expect(known.filter((name) => !touched.has(name))).toEqual([]);
    expect(known.length).toBeGreaterThan(30);
  });

  test('what the schema rejects is reported, but for what it should accept', () => {
    const silent = verdicts.filter((each) => !each.isValid && each.findings.length === 0);
    expect(unexplained(silent, wrongRejections)).toEqual([]);
  });

  test('what the schema accepts is no error, but for what it cannot see', () => {
    const strict = verdicts.filter((each) => each.isValid && hasError(each));
    expect(unexplained(strict, blindSpots)).toEqual([]);
  });

  test('every finding of a change stands in the object that was changed, or below', () => {
    const astray = verdicts.filter(({ path, findings }) => {
      const object = path.split('/').slice(0, -1).join('/');
      return findings.some((each) => !each.path.startsWith(object));
    });
    expect(astray.map(({ name, findings }) => `${name}: ${findings[0]?.path}`)).toEqual(
      [],
    );
  });
});

describe('C-22: the type of a criterion with its version', () => {
  const nested = { type: { type: 'jsonpath', version: 'rfc9535' } };
  const flattened = { type: 'jsonpath', version: 'draft-goessner-dispatch-jsonpath-00' };
  const draft = { type: { type: 'jsonpath', version: flattened.version } };

  test.each([
    ['1.0', 'flattened', flattened, true],
    ['1.0', 'nested', draft, false],
    ['1.1', 'nested', nested, true],
  ] as const)('%s: %s is right', (version, _form, type, isPublished) => {
    const criterion = { context: '$response.body', condition: '$.a', ...type };
    const step = { stepId: 'a', operationId: 'b', successCriteria: [criterion] };
    const document = {
      ...wholeDocument(version),
      workflows: [{ workflowId: 'a', steps: [step] }],
    };
    expect(publishedSchema(version)(document)).toBe(isPublished);
    expect(findingsOf(document)).toEqual([]);
  });
});
