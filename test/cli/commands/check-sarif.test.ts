import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { editedExample, provision } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';

const ignored = editedExample(provision, [
  '- stepId: pollDatastore\n',
  "- stepId: pollDatastore\n        x-arazzo-xstate-ignore: { UNHANDLED_STATUS: 'they fail, as is wanted' }\n",
]);

// Nothing in it depends on its draft (04), which ajv does not know.
const { $schema: _draft, id: _id, ...schema } = published as Record<string, unknown>;
const validate = new Ajv({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);

/** The log about the example with something ignored. */
async function log() {
  const { stdout } = await runCli(['check', 'examples/healthlake/a.yaml', '--sarif'], {
    files: { 'examples/healthlake/a.yaml': ignored },
  });
  return JSON.parse(stdout) as {
    readonly runs: readonly {
      readonly results: readonly Record<string, unknown>[];
      readonly tool: { readonly driver: { readonly rules: readonly object[] } };
    }[];
  };
}

describe('check --sarif', () => {
  test('prints a log that the schema of SARIF 2.1.0 accepts', async () => {
    validate(await log());

    expect(validate.errors).toBeNull();
  });

  test('has place, level and rule of each finding', async () => {
    const { results = [], tool } = (await log()).runs[0] ?? {};
    const found = results.find(({ ruleId }) => ruleId === 'POLL_WITHOUT_DELAY');

    expect(found).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'examples/healthlake/a.yaml' },
            region: { startLine: 96, startColumn: 13 },
          },
        },
      ],
      suppressions: [],
    });
    expect(tool?.driver.rules[Number(found?.['ruleIndex'])]).toMatchObject({
      id: 'POLL_WITHOUT_DELAY',
      help: { text: expect.stringContaining('retryAfter') },
    });
  });

  test('has what was ignored with the reason', async () => {
    const { results = [] } = (await log()).runs[0] ?? {};

    expect(results.flatMap(({ suppressions }) => suppressions)).toEqual([
      { kind: 'inSource', justification: 'they fail, as is wanted' },
    ]);
  });
});
