import type { ValidateInputs } from '../../../arazzo-import/inputs/input-problem.ts';
import type { Json } from '../../../arazzo-import/document.ts';
import type { JsonRecord } from '../../../machines/types.ts';
import type { Shape } from '../../../services/healthlake/simulator/shape.ts';
import { fitsShape, valuesFor } from './shape-values.ts';
import type { UsedInputs } from './used-inputs.ts';

/**
 * Inputs that HealthLake takes: those that were made up from the schema of a workflow, with values in
 * the place of those that HealthLake would refuse. What the schema refuses is not put in.
 */
export function fitInputs(
  values: JsonRecord,
  used: UsedInputs,
  validateInputs: ValidateInputs,
): JsonRecord {
  return [...used].reduce<JsonRecord>((fitted, [name, shapes]) => {
    if (!Object.hasOwn(fitted, name)) return fitted;
    const value = fitted[name] ?? null;
    if (fitsAll(value, shapes)) return fitted;
    const candidates = shapes.flatMap(valuesFor).filter((each) => fitsAll(each, shapes));
    return (
      candidates
        .map((each) => ({ ...fitted, [name]: each }))
        .find((each) => isNoWorse(each, fitted, validateInputs)) ?? fitted
    );
  }, values);
}

function fitsAll(value: Json, shapes: readonly Shape[]): boolean {
  return shapes.every((shape) => fitsShape(value, shape));
}

function isNoWorse(
  changed: JsonRecord,
  before: JsonRecord,
  validateInputs: ValidateInputs,
): boolean {
  return validateInputs(changed).length <= validateInputs(before).length;
}
