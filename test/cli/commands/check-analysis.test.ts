import { describe, expect, test } from 'vitest';
import { editedExample, provision, startExport } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';

interface Report {
  readonly diagnostics: readonly Record<
    'code' | 'severity' | 'message' | 'path',
    string
  >[];
  readonly suppressed?: readonly Record<'code' | 'justification', string>[];
}

/** What `check --json` says about an example or another text. */
async function report(argv: readonly string[], text?: string): Promise<Report> {
  const place = text === undefined ? [] : ['examples/healthlake/a.yaml'];
  const files = text === undefined ? {} : { 'examples/healthlake/a.yaml': text };
  const { stdout } = await runCli(['check', ...place, ...argv, '--json'], { files });
  return JSON.parse(stdout) as Report;
}

/** How often each code is reported. */
function countsOf({ diagnostics }: Report): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('check finds in the examples for HealthLake', () => {
  test('the holes of the provisioning, and nothing else', async () => {
    expect(countsOf(await report([provision[0]]))).toEqual({
      LAX_JSONPATH: 5,
      POLL_WITHOUT_DELAY: 2,
      UNHANDLED_STATUS: 2,
      UNUSED_OUTPUT: 4,
    });
  });

  test('the holes of the export, and nothing else', async () => {
    expect(countsOf(await report([startExport[0]]))).toEqual({
      LAX_JSONPATH: 3,
      POLL_WITHOUT_DELAY: 1,
      UNHANDLED_STATUS: 1,
      UNUSED_OUTPUT: 3,
    });
  });

  test('the same without their OpenAPI file', async () => {
    const text = editedExample(provision, ['healthlake.openapi.yaml', 'missing.yaml']);
    const { UNREADABLE_SOURCE, ...rest } = countsOf(await report([], text));

    expect(UNREADABLE_SOURCE).toBe(1);
    expect(rest).toEqual(countsOf(await report([provision[0]])));
  });

  test('each status that no action names', async () => {
    const { diagnostics } = await report([startExport[0]]);
    const found = diagnostics.find(({ code }) => code === 'UNHANDLED_STATUS');

    for (const status of ['QUEUED', 'FAILED', 'COMPLETED_WITH_ERRORS', 'CANCEL_FAILED'])
      expect(found?.message).toContain(status);
    expect(found?.message).not.toMatch(/[ (]IN_PROGRESS/u);
  });

  test.each([
    ['$response.body#/JobId', '$response.body#/JobID', 'UNKNOWN_RESPONSE_MEMBER'],
    [
      '.DatastoreStatus == "ACTIVE"',
      '.DatastoreStatu == "ACTIVE"',
      'UNKNOWN_RESPONSE_MEMBER',
    ],
    ['== "CREATING"', '== "CREATIN"', 'CRITERION_NEVER_HOLDS'],
    ['DatastoreTypeVersion: $', 'DatastoreTypeVersio: $', 'INVALID_PAYLOAD'],
    ['$statusCode == 200', '$statusCode == 201', 'UNDOCUMENTED_STATUS'],
    [
      'goto\n            stepId: startE',
      'goto\n            stepId: pollE',
      'UNREACHABLE_STEP',
    ],
  ])('that %s has become %s', async (from, to, code) => {
    const edited = editedExample(provision, [from, to]);

    expect(Object.keys(countsOf(await report([], edited)))).toContain(code);
  });
});

describe('check --severity', () => {
  test('turns a code off or makes it an error, which the exit code shows', async () => {
    const argv = ['check', provision[0], '--severity', 'UNHANDLED_STATUS=error'];
    const { code, stdout } = await runCli([...argv, '--severity', 'LAX_JSONPATH=off']);

    expect(code).toBe(2);
    expect(stdout).toContain('error  UNHANDLED_STATUS');
    expect(stdout).not.toContain('LAX_JSONPATH');
  });

  test.each([
    ['UNHANDLED_STATE=off', 'Did you mean "UNHANDLED_STATUS"?'],
    ['UNHANDLED_STATUS=loud', 'error, warning, info, off'],
  ])('refuses %s', async (given, hint) => {
    const { code, stderr } = await runCli(['check', provision[0], '--severity', given]);

    expect({ code }).toEqual({ code: 2 });
    expect(stderr).toContain(hint);
  });
});

const ignored = editedExample(provision, [
  '- stepId: pollDatastore\n',
  "- stepId: pollDatastore\n        x-arazzo-xstate-ignore: { UNHANDLED_STATUS: 'they fail, as is wanted' }\n",
]);

test('what a document ignores is told apart, and counted', async () => {
  const { diagnostics, suppressed } = await report([], ignored);
  const { stdout } = await runCli(['check', 'examples/healthlake/a.yaml'], {
    files: { 'examples/healthlake/a.yaml': ignored },
  });

  expect(diagnostics.filter(({ code }) => code === 'UNHANDLED_STATUS')).toHaveLength(1);
  expect(suppressed).toMatchObject([
    { code: 'UNHANDLED_STATUS', justification: 'they fail, as is wanted' },
  ]);
  expect(stdout).toMatch(/, 1 ignored\n$/u);
});
