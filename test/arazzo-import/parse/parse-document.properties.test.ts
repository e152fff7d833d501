import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/arazzo-import/parse/parse-document.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { documentWith } from './documents.ts';

const fieldNames = [
  'arazzo info sourceDescriptions workflows components workflowId steps stepId operationId',
  'parameters requestBody replacements successCriteria criteria onSuccess onFailure outputs',
  'name type in value reference version inputs dependsOn __proto__ $ref',
].flatMap((names) => names.split(' '));

const arazzoLike = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom('1.0.1', '1.1.0', 'goto', 'retry', '$components.parameters.a'),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...fieldNames), tie('value'), { maxKeys: 8 }),
}));

/** The diagnostics of a text that do not point into it. */
function strayDiagnostics(text: string): Diagnostic[] {
  return parseDocument(text, 'a').diagnostics.filter(({ range, message, path }) => {
    const isInside =
      0 <= range.start && range.start <= range.end && range.end <= text.length;
    return !isInside || message === '' || !(path === '' || path.startsWith('/'));
  });
}

test('no text makes it throw, and every diagnostic points into the text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(text, (each) => {
      expect(strayDiagnostics(each)).toEqual([]);
    }),
  );
});

test('no damaged document makes it throw', () => {
  const whole = documentWith({
    step: 'outputs: {a: $url}\nonSuccess: [{name: a, type: end}]',
  });
  const offset = fc.nat(whole.length);
  const marks = '{}[]:,&*!|>?-#"\'%@`\t\n a1'.split('');
  const piece = fc.string({ unit: fc.constantFrom(...marks) });
  fc.assert(
    fc.property(offset, offset, piece, (start, length, inserted) => {
      const damaged = whole.slice(0, start) + inserted + whole.slice(start + length);
      expect(strayDiagnostics(damaged)).toEqual([]);
    }),
  );
});

test('no JSON value makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), arazzoLike.object), (value) => {
      expect(strayDiagnostics(JSON.stringify(value))).toEqual([]);
    }),
  );
});

test('a JSON text has the same document and diagnostics when it is read as YAML', () => {
  fc.assert(
    fc.property(arazzoLike.object, (root) => {
      const json = JSON.stringify({ arazzo: '1.0.1', ...root });
      // JSON has no comments: this one makes it YAML.
      const [asJson, asYaml] = [
        parseDocument(json, 'a'),
        parseDocument(`${json} #`, 'a'),
      ];
      expect(asYaml.document).toEqual(asJson.document);
      expect(asYaml.diagnostics).toEqual(asJson.diagnostics);
    }),
  );
});
