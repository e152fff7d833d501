import { expect, test } from 'vitest';
import { createHidePath } from '../../../src/cli/paths/hide-secrets.ts';
import { path } from '../../testing/support/reports.ts';

const schema = {
  type: 'object',
  properties: { pw: { type: 'string', format: 'password', default: 'hunter2' } },
};
const hide = createHidePath([schema]);

test('a password that is the default of an input is hidden where it is sent', () => {
  const sent = {
    stepId: 'a',
    call: 'a',
    url: 'https://x.example/?q=hunter2',
    parameters: [{ name: 'q', in: 'query', value: 'hunter2' }],
    body: { note: 'It is hunter2.' },
  };
  const shown = JSON.stringify(hide(path('a 200 → completed', { requests: [sent] })));
  expect(shown).not.toContain('hunter2');
  expect(shown).toContain('It is [redacted].');
});

test('secrets in the outputs of steps are hidden', () => {
  const steps = { a: { token: 'secret-1', copy: 'hunter2', id: 'x' } };
  const shown = hide(path('a 200 → completed', { steps }));
  expect(shown).toMatchObject({
    steps: { a: { token: '[redacted]', copy: '[redacted]', id: 'x' } },
  });
});

test('values that schemas call secrets are hidden, and are not listed', () => {
  const outputs = { greeting: 'Hello badge-1', level: 77 };
  const shown = hide(path('a 200 → completed', { outputs, secrets: ['badge-1', 77] }));
  expect(shown.outputs).toEqual({ greeting: 'Hello [redacted]', level: '[redacted]' });
  expect(shown).not.toHaveProperty('secrets');
});
