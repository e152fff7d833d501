import { loadEngines } from '../../expressions/index.ts';
import type { JsonObject } from '../document.ts';
import type { ValidateInputs } from './input-problem.ts';

/**
 * Loads what an inputs schema needs, and compiles it. Rejects when it is not a usable schema; its
 * message says why.
 */
export async function loadInputValidator(
  schema: JsonObject | boolean | undefined,
): Promise<ValidateInputs> {
  if (schema === undefined || schema === true) return () => [];
  if (schema === false)
    return () => [{ path: '', message: 'The workflow takes no inputs.' }];
  const hasPatterns = JSON.stringify(schema).includes('"pattern');
  const { regex } = await loadEngines(new Set(hasPatterns ? ['regex'] : []));
  const { createInputValidator } = await import('./create-input-validator.ts');
  return createInputValidator(schema, regex);
}
