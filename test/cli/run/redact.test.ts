import { describe, expect, test } from 'vitest';
import { createRedactor, secretInputs } from '../../../src/cli/run/redact.ts';

describe('a redactor', () => {
  test('hides a secret wherever it stands in a text', () => {
    const redactor = createRedactor();
    redactor.add('s3cret');

    expect(redactor.text('got s3cret, s3cret!')).toBe('got [redacted], [redacted]!');
  });

  test('hides members with telling names, however deep', () => {
    const redactor = createRedactor();

    expect(redactor.value({ a: [{ apiKey: 'x', n: 1 }], ClientToken: ['y'] })).toEqual({
      a: [{ apiKey: '[redacted]', n: 1 }],
      ClientToken: ['[redacted]'],
    });
  });

  test('hides the longer of two secrets whole', () => {
    const redactor = createRedactor();
    redactor.add('abcd');
    redactor.add('abcdefgh');

    expect(redactor.text('abcdefgh')).toBe('[redacted]');
    expect(redactor.text('-abcdefgh-')).toBe('-[redacted]-');
  });

  test('hides a short secret only where it is the whole', () => {
    const redactor = createRedactor();
    redactor.add('42');

    expect(redactor.value({ pin: '42', text: 'in 1942' })).toEqual({
      pin: '[redacted]',
      text: 'in 1942',
    });
  });

  test('hides each text in a secret object', () => {
    const redactor = createRedactor();
    redactor.add({ user: 'clinic-user', codes: ['code-one', 123_456] });

    expect(redactor.value(['clinic-user', 'x code-one', 123_456])).toEqual([
      '[redacted]',
      'x [redacted]',
      '[redacted]',
    ]);
  });
});

test('inputs are secret by their names or by the format password', () => {
  const schema = { properties: { pin: { format: 'password' }, name: {} } };

  expect(secretInputs({ pin: 'a', name: 'b', AccessToken: 'c' }, schema)).toEqual([
    'a',
    'c',
  ]);
});
