import { describe, expect, test } from 'vitest';
import { findWorkflow } from '../../../src/cli/find-workflow.ts';
import type { PlainDiagnostic } from '../../../src/diagnostics/index.ts';
import { editedExample, provision } from '../support/examples.ts';
import type { FakeIoOptions } from '../support/fake-io.ts';
import { runCli } from '../support/run-cli.ts';

/** The diagnostics of a run that is refused; nothing else may be printed. */
async function refusal(
  argv: readonly string[],
  options?: FakeIoOptions,
): Promise<readonly PlainDiagnostic[]> {
  const { code, stdout, stderr } = await runCli(['run', ...argv, '--json'], options);
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  const report = JSON.parse(stdout) as { status: string; diagnostics: PlainDiagnostic[] };
  expect(report.status).toBe('refused');
  return report.diagnostics;
}

/** A run of the first example after an edit. */
function edited(...edits: Parameters<typeof editedExample>[1][]): FakeIoOptions {
  return { files: { 'edited.yaml': editedExample(provision, ...edits) } };
}

const [document, ...inputs] = provision;

describe('inputs', () => {
  test('that are missing are named where the schema declares them', async () => {
    const diagnostics = await refusal([document, '--input', 'DatastoreNam=clinic']);

    expect(diagnostics).toHaveLength(6);
    expect(diagnostics[0]).toMatchObject({
      code: 'MISSING_INPUT',
      file: document,
      line: 27,
      column: 9,
      hint: 'You gave "DatastoreNam". Did you mean "DatastoreName"?',
    });
  });

  test('of the wrong type are refused with the place of the schema', async () => {
    const options = edited([
      'type: string\n          description: What to call the data store.',
      'type: integer\n          description: What to call the data store.',
    ]);
    const diagnostics = await refusal(['edited.yaml', ...inputs], options);

    expect(diagnostics).toMatchObject([
      {
        code: 'INVALID_INPUT',
        line: 28,
        path: '/workflows/0/inputs/properties/DatastoreName',
      },
    ]);
  });

  test('that lack a part are told which, as no --input of its own could give it', async () => {
    const options = edited([
      'type: string\n          description: What to call the data store.',
      'type: object\n          required: [text]\n          description: What to call the data store.',
    ]);
    const argv = ['edited.yaml', ...inputs, '--input', 'DatastoreName={}'];

    expect(await refusal(argv, options)).toMatchObject([
      {
        code: 'MISSING_INPUT',
        message: 'The input "DatastoreName.text" is missing.',
        hint: 'Add "text" to the value in --input or in the file of --inputs.',
      },
    ]);
  });

  test('that are outside an enumeration are refused with its values', async () => {
    const [diagnostic] = await refusal([
      ...provision,
      '--input',
      'DatastoreTypeVersion=R5',
    ]);

    expect(diagnostic).toMatchObject({ code: 'INVALID_INPUT' });
    expect(diagnostic?.message).toContain('"R4"');
  });
});

describe('a document', () => {
  test('that is not there is refused', async () => {
    const [diagnostic] = await refusal(['missing.yaml']);

    expect(diagnostic).toMatchObject({ code: 'FILE_UNREADABLE', file: 'missing.yaml' });
    expect(diagnostic?.hint).toBeDefined();
  });

  test('that is a folder is refused', async () => {
    const [diagnostic] = await refusal(['examples']);

    expect(diagnostic).toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(diagnostic?.message).toContain('it is a folder');
  });

  test('with broken YAML is refused where it breaks', async () => {
    const files = { 'broken.yaml': 'arazzo: 1.0.1\ninfo:\n  title: "open\n' };
    const [diagnostic] = await refusal(['broken.yaml'], { files });

    expect(diagnostic).toMatchObject({ code: 'YAML_SYNTAX', line: expect.any(Number) });
    expect(diagnostic?.line).toBeGreaterThan(2);
  });

  test('whose step goes nowhere is refused at that place', async () => {
    const options = edited([
      'stepId: startExportJob\n            criteria',
      'stepId: nowhere\n            criteria',
    ]);
    const diagnostics = await refusal(['edited.yaml', ...inputs], options);

    expect(diagnostics).toMatchObject([
      { code: 'UNKNOWN_STEP', severity: 'error', line: 90, column: 21 },
    ]);
    expect(diagnostics[0]?.hint).toContain('startExportJob');
  });

  test.each([
    [
      'with its OpenAPI description',
      './healthlake.openapi.yaml',
      'examples/healthlake/edited.yaml',
    ],
    ['without its OpenAPI description', './absent.yaml', 'edited.yaml'],
  ])('that calls an unknown operation is refused %s', async (_name, url, path) => {
    const text = editedExample(
      provision,
      ['operationId: StartFHIRExportJob', 'operationId: StartFhirExprotJob'],
      ['HealthLake.StartFHIRExportJob', 'HealthLake.StartFhirExprotJob'],
      ['./healthlake.openapi.yaml', url],
    );
    const diagnostics = await refusal([path, ...inputs], { files: { [path]: text } });

    expect(diagnostics).toMatchObject([{ code: 'UNKNOWN_OPERATION', severity: 'error' }]);
    expect(diagnostics[0]?.hint).toContain('StartFHIRExportJob');
  });
});

describe('a workflow', () => {
  test('that is not in the document is refused with the nearest name', async () => {
    const [diagnostic] = await refusal([
      document,
      'provision-datastore-and-exprot',
      ...inputs,
    ]);

    expect(diagnostic).toMatchObject({
      code: 'UNKNOWN_WORKFLOW',
      line: 11,
      hint: 'Did you mean "provision-datastore-and-export"?',
    });
  });

  test('whose id is there twice is named once', () => {
    const workflows = [{ workflowId: 'shop' }, { workflowId: 'shop' }];
    const imported = { workflows, rangeAt: () => ({ uri: '', start: 0, end: 0 }) };
    expect(findWorkflow({ imported, diagnostics: [] } as never, undefined)).toMatchObject(
      { diagnostics: [{ hint: 'Name "shop" after the file.' }] },
    );
  });

  test('must be named when there are several', async () => {
    const text = editedExample(provision);
    const second = text
      .slice(text.indexOf('  - workflowId:'))
      .replace('-and-export', '-again');
    const [diagnostic] = await refusal(['two.yaml'], {
      files: { 'two.yaml': text + second },
    });

    expect(diagnostic).toMatchObject({ code: 'UNKNOWN_WORKFLOW' });
    expect(diagnostic?.hint).toBe(
      'Name one of "provision-datastore-and-export", "provision-datastore-again" after the file.',
    );
  });
});

test('a source that is not HealthLake is refused before anything is sent', async () => {
  const path = 'examples/healthlake/edited.yaml';
  const text = editedExample(
    provision,
    ['./healthlake.openapi.yaml', './absent.yaml'],
    ['value: HealthLake.', 'value: OtherLake.'],
  );
  const diagnostics = await refusal([path, ...inputs], { files: { [path]: text } });

  expect(diagnostics).toMatchObject([
    { code: 'UNREADABLE_SOURCE', line: 8 },
    { code: 'UNSUPPORTED_SERVICE', line: 7 },
  ]);
  expect(diagnostics[1]?.hint).toContain('--source healthlakeApi=');
});

test('people read the place, the line, the remedy, and that nothing was sent', async () => {
  const { code, stdout, stderr } = await runCli(['run', document, 'other']);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`${document}:11:`);
  expect(stderr).toContain('11 |   - workflowId: provision-datastore-and-export');
  expect(stderr).toContain(
    'help: Its only workflow is "provision-datastore-and-export".',
  );
  expect(stderr).toMatch(/\nNothing was sent\.\n$/u);
});
