import { expect, test } from 'vitest';
import type { ValidateInputs } from '../../../../src/index.ts';
import { inputShapes } from '../../../../src/services/healthlake/simulator/input-shapes.ts';
import { fitInputs } from '../../../../src/testing/against/simulator/fit-inputs.ts';
import {
  fitsShape,
  valuesFor,
} from '../../../../src/testing/against/simulator/shape-values.ts';

const { required, optional } = inputShapes.StartFHIRExportJob;
const { MaxResults } = inputShapes.ListFHIRExportJobs.optional;
const fine = (): readonly [] => [];

/** A schema that wants a text, or one text and no other. */
function wants(name: string, text?: string): ValidateInputs {
  return (inputs) => {
    const value = (inputs as Readonly<Record<string, unknown>>)[name];
    const isFine = text === undefined ? typeof value === 'string' : value === text;
    return isFine ? [] : [{ path: `/${name}`, message: 'It is something else.' }];
  };
}

test('values that HealthLake takes stay', () => {
  const values = { name: 'export', other: 7 };
  const used = new Map([['name', [optional.JobName]]]);
  expect(fitInputs(values, used, fine)).toBe(values);
});

test('values that HealthLake refuses become some that it takes', () => {
  const used = new Map([['role', [required.DataAccessRoleArn]]]);
  const { role = null } = fitInputs({ role: 'role-1' }, used, fine);
  expect(fitsShape(role, required.DataAccessRoleArn)).toBe(true);
});

test('what is a text to the workflow and a number to HealthLake is a number in a text', () => {
  const used = new Map([['most', [MaxResults]]]);
  expect(fitInputs({ most: 'most-1' }, used, wants('most'))).toEqual({ most: '5' });
});

test('what the schema of the workflow refuses is not put in', () => {
  const used = new Map([['role', [required.DataAccessRoleArn]]]);
  expect(fitInputs({ role: 'role-1' }, used, wants('role', 'role-1'))).toEqual({
    role: 'role-1',
  });
});

test('inputs that a path does without stay away', () => {
  const used = new Map([['role', [required.DataAccessRoleArn]]]);
  expect(fitInputs({}, used, fine)).toEqual({});
});

test.each(Object.entries(inputShapes))('there are values for %s', (_operation, shape) => {
  const [value = null] = valuesFor(shape);
  expect(fitsShape(value, shape)).toBe(true);
});
