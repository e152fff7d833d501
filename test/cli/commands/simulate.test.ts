import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { createFakeIo } from '../support/fake-io.ts';

test('simulate says where it is, what is there and what to try, until it is interrupted', async () => {
  const io = createFakeIo();
  const ended = main(
    ['simulate', '--port', '0', '--datastore', 'abc', '--speed', '60'],
    io,
  );
  await expect.poll(() => io.stdout.text).toContain('Try:');
  io.interrupt();

  expect(await ended).toBe(0);
  expect(io.stdout.text).toMatch(
    /^HealthLake simulator at http:\/\/127\.0\.0\.1:\d+, 60 times as fast as the clock on the wall\nData store abc is ACTIVE\nTry: arazzo-xstate run <file> --endpoint /u,
  );
});
