import { describe, expect, test } from 'vitest';
import { createHttpTarget } from '../../src/cli/run/targets/http-target.ts';
import { readHttpArguments } from '../../src/cli/run/targets/http-arguments.ts';

const called = [
  { key: 'pets', operations: [{ source: 'pets', operationId: 'list' }], channels: 0 },
];
const sources = { called, names: ['pets'] } as never;

describe('what is nearly right is not sent', () => {
  test('a method', () => {
    expect(() => readHttpArguments({ operation: ['list=PSOT /pets'] }, sources)).toThrow(
      'no method that is known',
    );
    expect(
      readHttpArguments({ operation: ['list=PURGE /pets'] }, sources).get('pets'),
    ).toMatchObject({ operations: { list: 'PURGE /pets' } });
  });

  test('a server variable', () => {
    const plan = {
      called: called[0],
      source: undefined,
      server: 'https://{region}.example.com',
      serverVariables: { regoin: 'eu' },
      operations: { list: 'GET /pets' },
    };
    expect(() => createHttpTarget(plan as never, {}, () => {})).toThrow('"regoin"');
  });
});
