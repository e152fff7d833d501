import { describe, expect, test } from 'vitest';
import { source } from '../../helpers/source.ts';
import { editedExample, provision } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';

const broken = editedExample(provision, ['operationId: Start', 'operationID: Start']);

describe('check', () => {
  test('ends with 0 when there are warnings only, and counts them', async () => {
    const { code, stdout, stderr } = await runCli(['check', provision[0]]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/arazzo\.yaml: 9 warnings, 4 notes\n$/u);
  });

  test('ends with 2 when there is an error', async () => {
    const { code, stdout } = await runCli(['check', 'a.yaml'], {
      files: { 'a.yaml': broken },
    });

    expect(code).toBe(2);
    expect(stdout).toMatch(/^a\.yaml:\d+:\d+ {2}error {2}[A-Z_]+ {2}/mu);
  });

  test('prints one object with places for programs', async () => {
    const { stdout, stderr } = await runCli(['check', provision[0], '--json']);

    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly object[] };
    expect(stderr).toBe('');
    expect(diagnostics).toContainEqual({
      code: 'LAX_JSONPATH',
      severity: 'warning',
      message: expect.any(String),
      file: provision[0],
      line: 93,
      column: 28,
      path: '/workflows/0/steps/1/onSuccess/0/criteria/0/condition',
      hint: expect.any(String),
    });
  });

  test('without a problem says so', async () => {
    const text = source`
      arazzo: 1.0.1
      info: { title: Pets, version: 1.0.0 }
      sourceDescriptions:
        - { name: pets, url: ./petstore.openapi.yaml, type: openapi }
      workflows:
        - workflowId: look
          inputs: { type: object, properties: { session: { type: string } } }
          steps:
            - stepId: find
              operationId: findPets
              parameters:
                - { name: species, in: query, value: dog }
                - { name: X-Session, in: header, value: $inputs.session }
              successCriteria: [condition: $statusCode == 200]
    `;
    const { code, stdout } = await runCli(['check', 'examples/petstore/a.yaml'], {
      files: { 'examples/petstore/a.yaml': text },
    });

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'examples/petstore/a.yaml: no problems\n',
    });
  });
});
