import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import type { Scope } from '../scope.ts';
import type { CriterionProgram, SimpleProgram } from './criterion.ts';
import { evaluateCriterion } from './evaluate-criterion.ts';
import { explainCondition } from './explain-condition.ts';
import type { Explanation } from './explain-condition.ts';
import { laxSemantics } from './lax-semantics.ts';
import { showValue } from './show-value.ts';
import { simpleSemantics } from './simple-semantics.ts';

/** What {@link explainCriterion} returns. */
export interface CriterionReport extends Explanation {
  readonly passed: boolean;
  /** As the document writes it. */
  readonly condition: string;
}

/**
 * Says, for people, why a criterion does not hold: `$statusCode == 200 — it was 400`.
 *
 * For failures only: it takes longer than `evaluateCriterion`. Never throws.
 */
export function explainCriterion(
  program: CriterionProgram,
  scope: Scope,
): CriterionReport {
  const { condition } = program;
  if (evaluateCriterion(program, scope)) {
    return { passed: true, condition, reason: `${condition} — it holds` };
  }
  return { passed: false, condition, ...explainFailure(program, scope) };
}

function explainFailure(program: CriterionProgram, scope: Scope): Explanation {
  try {
    return program.type === 'simple'
      ? explainCondition(program.ast, simpleSemantics, scope)
      : explainWithContext(program, scope);
  } catch {
    return { reason: `${program.condition} — it cannot be evaluated` };
  }
}

type ContextProgram = Exclude<CriterionProgram, SimpleProgram>;

function explainWithContext(program: ContextProgram, scope: Scope): Explanation {
  const { condition, context } = program;
  const actual = evaluateExpression(context, scope);
  if (actual === undefined || actual === null) {
    const reason = `${condition} — ${context.text} was ${showValue(actual)}`;
    return { reason, actual };
  }
  if (program.type === 'regex') {
    const verb = program.regex.at(scope) === undefined ? unusable : 'does not match';
    return { reason: `${condition} — it ${verb} ${showValue(actual)}`, actual };
  }
  const test = program.test.at(scope);
  if (test?.kind === 'lax') {
    const environment = { root: actual, queries: test.queries };
    return explainCondition(test.ast, laxSemantics, environment);
  }
  const verb = test === undefined ? unusable : 'selects nothing in';
  return { reason: `${condition} — it ${verb} ${showValue(actual)}`, actual };
}

const unusable = 'cannot be read with the values in it, asked of';
