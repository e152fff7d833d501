import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import type { Scope } from '../scope.ts';
import type {
  CriterionProgram,
  InvalidProgram,
  SimpleProgram,
  XPathProgram,
} from './criterion.ts';
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
  if (program.type === 'invalid') {
    return {
      reason: `${program.condition} — it cannot be read: ${program.problem.message}`,
    };
  }
  try {
    return program.type === 'simple'
      ? explainCondition(program.ast, simpleSemantics, scope)
      : explainWithContext(program, scope);
  } catch {
    return { reason: `${program.condition} — it cannot be evaluated` };
  }
}

type ContextProgram = Exclude<CriterionProgram, SimpleProgram | InvalidProgram>;

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
  if (program.type === 'xpath') return explainXPath(program, actual, scope);
  const test = program.test.at(scope);
  if (test?.kind === 'lax') {
    const environment = { root: actual, queries: test.queries };
    return explainCondition(test.ast, laxSemantics, environment);
  }
  const verb = test === undefined ? unusable : 'selects nothing in';
  return { reason: `${condition} — it ${verb} ${showValue(actual)}`, actual };
}

function explainXPath(program: XPathProgram, actual: unknown, scope: Scope): Explanation {
  const { condition } = program;
  const seen = showValue(actual);
  const xpath = program.xpath.at(scope);
  if (xpath === undefined)
    return { reason: `${condition} — it ${unusable} ${seen}`, actual };
  if (typeof actual !== 'string') {
    return {
      reason: `${condition} — it is about XML, and this is none: ${seen}`,
      actual,
    };
  }
  try {
    xpath.test(actual);
    return { reason: `${condition} — it is not true of ${seen}`, actual };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: `${condition} — ${why} It was ${seen}`, actual };
  }
}

const unusable = 'cannot be read with the values in it, asked of';
