import { expect, test, vi } from 'vitest';
import { loadMsw } from '../../../../src/testing/against/http/load-msw.ts';

vi.mock('msw/node', () => {
  throw new Error('Cannot find package');
});

test('without msw it says how to install it', async () => {
  await expect(loadMsw()).rejects.toMatchObject({
    code: 'MISSING_PACKAGE',
    message: expect.stringContaining('npm install --save-dev msw@2'),
  });
});
