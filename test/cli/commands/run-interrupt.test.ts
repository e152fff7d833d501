import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { RunReport } from '../../../src/cli/run/run-report.ts';
import { provision } from '../support/examples.ts';
import { createFakeIo } from '../support/fake-io.ts';
import type { FakeIo } from '../support/fake-io.ts';

/** Presses Ctrl-C as soon as a line of the trace holds this text. */
async function interruptAt(
  text: string,
  ...more: readonly string[]
): Promise<FakeIo & { code: number }> {
  const io = createFakeIo();
  const watching: FakeIo = {
    ...io,
    openFile: async (path) => {
      const file = await io.openFile(path);
      const write = (line: string): void => {
        file.write(line);
        if (line.includes(text)) setImmediate(() => io.interrupt());
      };
      return { ...file, write };
    },
  };
  const code = await main(['run', ...provision, '--trace', 't', ...more], watching);
  return { ...io, code };
}

const jobPoll = '"type":"wait","at":';

describe('Ctrl-C', () => {
  test('ends the run with 1 and says what exists', async () => {
    const { code, stderr } = await interruptAt(jobPoll);

    expect(code).toBe(1);
    expect(stderr.text).toMatch(
      /^✖ aborted after .+, on the embedded HealthLake simulator$/mu,
    );
    expect(stderr.text).toContain('  Interrupted in step "pollDatastore".\n');
    expect(stderr.text).toMatch(/^ {2}left behind {2}data store [0-9a-f]{32}/mu);
  });

  test('during a creation says that something may exist', async () => {
    const slow = ['--fault', 'CreateFHIRDatastore=slow:1h'];
    const { code, stdout } = await interruptAt('"type":"call"', ...slow, '--json');

    const report = JSON.parse(stdout.text) as RunReport;
    expect(code).toBe(1);
    expect(report).toMatchObject({
      status: 'aborted',
      abortedIn: 'createDatastore',
      leftBehind: [{ resource: 'data store', operationId: 'CreateFHIRDatastore' }],
      steps: [],
    });
  });
});
