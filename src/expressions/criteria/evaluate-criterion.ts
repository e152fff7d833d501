import { isStructured } from '../json.ts';
import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import type { Scope } from '../scope.ts';
import { toText } from '../templates/to-text.ts';
import type { CriterionProgram, JsonPathTest } from './criterion.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { laxSemantics } from './lax-semantics.ts';
import { simpleSemantics } from './simple-semantics.ts';

/** Tells whether a criterion holds. Whatever goes wrong, it does not hold; never throws. */
export function evaluateCriterion(program: CriterionProgram, scope: Scope): boolean {
  try {
    return holds(program, scope);
  } catch {
    // The specification: a condition that cannot be evaluated fails.
    return false;
  }
}

function holds(program: CriterionProgram, scope: Scope): boolean {
  if (program.type === 'invalid') return false;
  if (program.type === 'simple') {
    return evaluateCondition(program.ast, simpleSemantics, scope);
  }
  const context = evaluateExpression(program.context, scope);
  if (context === undefined || context === null) return false;
  if (program.type === 'regex') {
    return program.regex.at(scope)?.test(toText(context)) === true;
  }
  if (program.type === 'xpath') {
    const xpath = program.xpath.at(scope);
    return typeof context === 'string' && xpath?.test(context) === true;
  }
  const test = program.test.at(scope);
  return test !== undefined && matches(test, context);
}

function matches(test: JsonPathTest, root: unknown): boolean {
  if (test.kind === 'lax') {
    return evaluateCondition(test.ast, laxSemantics, { root, queries: test.queries });
  }
  if (test.query.first(root) !== undefined) return true;
  // `$[?@.id == 1]` is written for objects too, as if the object itself were tried.
  const isObject = isStructured(root) && !Array.isArray(root);
  return test.alsoInArray && isObject && test.query.first([root]) !== undefined;
}
