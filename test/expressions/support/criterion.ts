import {
  evaluateCriterion,
  explainCriterion,
  loadEngines,
  parseCriterion,
} from '../../../src/expressions/index.ts';
import type {
  CriterionProgram,
  CriterionSource,
  Note,
  Scope,
  SyntaxProblem,
} from '../../../src/expressions/index.ts';

const engines = await loadEngines(['jsonpath', 'regex', 'xpath']);

/** A criterion: its condition alone when it is `simple`, else also what is not usual. */
export type Written =
  string | (Partial<CriterionSource> & { readonly condition: string });

/** A `jsonpath` criterion about the body. */
export function jsonpath(condition: string): Written {
  return { condition, type: 'jsonpath' };
}

/** A `regex` criterion about a context. */
export function regex(condition: string, context: string): Written {
  return { condition, type: 'regex', context };
}

/** An `xpath` criterion about the body. */
export function xpath(condition: string, version?: string): Written {
  return version === undefined
    ? { condition, type: 'xpath' }
    : { condition, type: 'xpath', version };
}

/** The criterion, which must be readable. */
export function compile(criterion: Written): CriterionProgram {
  const parsed = parseCriterion(complete(criterion), engines);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

export function holds(criterion: Written, scope: Scope): boolean {
  return evaluateCriterion(compile(criterion), scope);
}

export function reason(criterion: Written, scope: Scope): string {
  return explainCriterion(compile(criterion), scope).reason;
}

export function notesOn(criterion: Written): readonly Note[] {
  const parsed = parseCriterion(complete(criterion), engines);
  return parsed.ok ? parsed.notes : [];
}

export function problemIn(criterion: Written): SyntaxProblem | undefined {
  const parsed = parseCriterion(complete(criterion), engines);
  return parsed.ok ? undefined : parsed.error;
}

function complete(criterion: Written): CriterionSource {
  if (typeof criterion === 'string') return { type: 'simple', condition: criterion };
  return { type: 'simple', context: '$response.body', ...criterion };
}
