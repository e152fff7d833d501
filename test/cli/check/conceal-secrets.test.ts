import { describe, expect, test } from 'vitest';
import { documentOf } from '../../analysis/findings/support/find.ts';
import { step } from '../../analysis/findings/support/step.ts';
import { runCli } from '../support/run-cli.ts';

const secret = 'qX7r9LmW2kZt84Vb';
const parameters = [{ name: 'X-Api-Key', in: 'header', value: secret }];
const files = { 'a.json': documentOf([step('a', { parameters })]) };

describe('a secret in a document', () => {
  test.each([[], ['--json'], ['--sarif']])('is not printed %s', async (...options) => {
    const { stdout } = await runCli(['check', 'a.json', ...options], { files });

    expect(stdout).toContain('SECRET_IN_DOCUMENT');
    expect(stdout).not.toContain(secret);
  });

  test('is hidden in the lines of the text, and shown to be somewhere', async () => {
    const { stdout } = await runCli(['check', 'a.json'], { files });

    expect(stdout).toContain(`"value":"${'*'.repeat(secret.length)}"`);
  });
});
