import { describe, expect, test } from 'vitest';
import { parseCriterionOnce } from '../../src/arazzo-import/parse-criterion-once.ts';
import { loadSharedEngines } from '../../src/arazzo-import/shared-engines.ts';

const engines = await loadSharedEngines(['jsonpath', 'regex']);

const readSimple = () =>
  parseCriterionOnce({ type: 'simple', condition: '$statusCode == 200' }, engines);

const readRegex = (condition: string, context: string) =>
  parseCriterionOnce({ type: 'regex', condition, context }, engines);

describe('parseCriterionOnce', () => {
  test('a criterion that occurs again is not read again', () => {
    expect(readSimple()).toBe(readSimple());
  });

  test('criteria that differ in their context are told apart', () => {
    expect(readRegex('^a', '$inputs.a')).not.toBe(readRegex('^a', '$inputs.b'));
  });

  test('a condition with expressions in it is read for each machine', () => {
    const condition = '^{$inputs.name}$';
    expect(readRegex(condition, '$inputs.a')).toMatchObject({ ok: true });
    expect(readRegex(condition, '$inputs.a')).not.toBe(readRegex(condition, '$inputs.a'));
  });
});

describe('loadSharedEngines', () => {
  test('the same names give the same engines, in any order', async () => {
    expect(await loadSharedEngines(['regex', 'jsonpath'])).toBe(engines);
    expect(await loadSharedEngines(['regex'])).not.toBe(engines);
  });
});
