import { loadEngines } from '../../expressions/index.ts';
import type { JsonObject } from '../document.ts';
import type { ValidateInputs } from './input-problem.ts';

/** A schema is compiled once, whoever asks: its object goes from the plan into the config. */
const validators = new WeakMap<JsonObject, Promise<ValidateInputs>>();

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
  const known = validators.get(schema) ?? compile(schema);
  validators.set(schema, known);
  return known;
}

async function compile(schema: JsonObject): Promise<ValidateInputs> {
  const hasPatterns = JSON.stringify(schema).includes('"pattern');
  const { regex } = await loadEngines(new Set(hasPatterns ? ['regex'] : []));
  const { createInputValidator } = await import('./create-input-validator.ts');
  return createInputValidator(schema, regex);
}
