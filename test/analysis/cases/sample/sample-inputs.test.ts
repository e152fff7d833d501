import { describe, expect, it } from 'vitest';
import { invalidInputs } from '../../../../src/analysis/cases/sample/invalid-inputs.ts';
import { sampleInputs } from '../../../../src/analysis/cases/sample/sample-inputs.ts';
import { loadInputValidator } from '../../../../src/arazzo-import/inputs/load-input-validator.ts';
import type { JsonSchema } from '../../../../src/openapi/index.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['species', 'page'],
  properties: {
    species: { type: 'string', enum: ['cat', 'dog'] },
    page: { type: 'integer', default: 3 },
    name: { type: 'string', minLength: 2 },
  },
};

describe('sampleInputs', () => {
  it('gives all inputs, or those that must be there', () => {
    const all = { species: 'cat', page: 3, name: 'name-1' };
    expect(sampleInputs(schema, { members: 'all' })).toEqual(all);
    expect(sampleInputs(schema, { members: 'required' })).toEqual({
      species: 'cat',
      page: 3,
    });
  });

  it('gives each value that is not named another one, so that a swap shows', () => {
    const [integer, airport] = [
      { type: 'integer' },
      { type: 'string', pattern: '^[A-Z]{3}$' },
    ];
    const properties = {
      first: integer,
      limit: integer,
      most: { type: 'integer', maximum: 1 },
      given: { type: 'integer', default: 1 },
      from: airport,
      to: airport,
    };
    const { from, to, ...numbers } = sampleInputs({ properties }, { members: 'all' });
    expect(numbers).toEqual({ first: 1, limit: 2, most: 1, given: 1 });
    expect(`${from as string} ${to as string}`).toMatch(/^[A-Z]{3} [A-Z]{3}$/u);
    expect(from).not.toBe(to);
  });

  it('gives those that are wanted in any case', () => {
    const wanted = { species: 'dog', other: 1 };
    expect(sampleInputs(schema, { members: 'required', wanted })).toMatchObject(wanted);
    expect(sampleInputs(undefined, { members: 'all', wanted })).toEqual(wanted);
  });
});

describe('invalidInputs', () => {
  it.each<[JsonSchema, string]>([
    [schema, 'without species'],
    [{ type: 'object', properties: { page: { type: 'integer' } } }, 'page is "text"'],
    [{ properties: { name: { type: 'string' } } }, 'name is 1'],
  ])('gives inputs that %j refuses', async (inputs, name) => {
    const found = invalidInputs(inputs);
    const validate = await loadInputValidator(inputs as Exclude<JsonSchema, boolean>);
    expect(found?.name).toBe(name);
    expect(validate(found?.values)).not.toEqual([]);
  });

  it('leaves no input out that the run has a default for', () => {
    const withDefault = { required: ['a'], properties: { a: { default: 1 } } };
    expect(invalidInputs(withDefault)).toBeUndefined();
    expect(invalidInputs(undefined)).toBeUndefined();
    expect(invalidInputs({ type: 'object' })).toBeUndefined();
  });
});
