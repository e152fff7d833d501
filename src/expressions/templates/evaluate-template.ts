import type { Scope } from '../scope.ts';
import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import { select } from '../selectors/select.ts';
import type {
  ObjectTemplate,
  SelectorTemplate,
  Template,
  TextTemplate,
} from './template.ts';
import { setMember } from '../set-member.ts';
import { toText } from './to-text.ts';

/**
 * The value of a template. Expressions in it are evaluated once: what they yield is data, even
 * when it looks like an expression.
 *
 * What leads to nothing is left out of an object and `null` in an array. A template without
 * expressions yields the value it was read from, not a copy.
 */
export function evaluateTemplate(template: Template, scope: Scope): unknown {
  if (template.kind === 'literal') return template.value;
  if (template.kind === 'expression') {
    return evaluateExpression(template.expression, scope);
  }
  if (template.kind === 'text') return evaluateText(template, scope);
  if (template.kind === 'object') return evaluateObject(template, scope);
  if (template.kind === 'selector') return evaluateSelector(template, scope);
  return template.items.map((item) => evaluateTemplate(item, scope) ?? null);
}

function evaluateText(template: TextTemplate, scope: Scope): string {
  return template.parts
    .map((part) =>
      typeof part === 'string' ? part : toText(evaluateExpression(part, scope)),
    )
    .join('');
}

function evaluateSelector(
  { context, selector }: SelectorTemplate,
  scope: Scope,
): unknown {
  const prepared = selector.at(scope);
  return prepared && select(prepared, evaluateExpression(context, scope));
}

function evaluateObject(template: ObjectTemplate, scope: Scope): unknown {
  const object: Record<string, unknown> = {};
  for (const [key, member] of template.members) {
    const value = evaluateTemplate(member, scope);
    if (value !== undefined) setMember(object, key, value);
  }
  return object;
}
