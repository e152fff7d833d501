import { evaluateTemplate, parseTemplate } from '../../../expressions/index.ts';
import type { Expression, Scope } from '../../../expressions/index.ts';

/** A condition in another language with the expressions in it replaced by their values. */
export function conditionText(
  condition: string,
  expressions: readonly Expression[],
  scope: Scope,
): string {
  if (expressions.length === 0) return condition;
  return String(evaluateTemplate(parseTemplate(condition).template, scope));
}
