import { expect, test } from 'vitest';
import { createRedactor } from '../../../src/cli/run/redact.ts';
import { openTrace } from '../../../src/cli/run/trace.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { createFakeIo } from '../support/fake-io.ts';
import type { FakeIo } from '../support/fake-io.ts';

const wait = {
  type: 'wait',
  workflowId: 'w',
  depth: 0,
  at: 0,
  until: 60_000,
  stepId: 'poll',
  reason: 'poll',
} as const;

/** An Io on whose disk no file can be finished. */
function fullDisk(): FakeIo {
  const io = createFakeIo();
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  return {
    ...io,
    openFile: async (path) => ({
      ...(await io.openFile(path)),
      close: () => Promise.reject(full),
    }),
  };
}

test('a trace tells times as ISO 8601', async () => {
  const io = createFakeIo();
  const trace = await openTrace('t', createRedactor(), io);
  trace.onEvent(wait);

  expect(JSON.parse(io.written.get('t') ?? '')).toEqual({
    ...wait,
    at: '1970-01-01T00:00:00.000Z',
    until: '1970-01-01T00:01:00.000Z',
  });
});

test('a trace that cannot be finished is told, and does no harm to the run', async () => {
  const io = fullDisk();
  const trace = await openTrace('t', createRedactor(), io);
  await trace.close();

  expect(io.stderr.text).toBe('The trace is not complete: the disk is full.\n');
});

test('a trace that cannot be opened is a mistake in the call', async () => {
  const io: FakeIo = {
    ...createFakeIo(),
    openFile: () => Promise.reject(new Error('no')),
  };

  await expect(openTrace('t', createRedactor(), io)).rejects.toThrow(UsageError);
});
