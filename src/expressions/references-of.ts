import { operandsOf } from './criteria/condition.ts';
import type {
  CriterionProgram,
  JsonPathProgram,
  RegexProgram,
  XPathProgram,
} from './criteria/criterion.ts';
import type { Expression } from './runtime/expression.ts';
import type { Template } from './templates/template.ts';

/** Every expression in a template or a criterion, in the order in which it is written. */
export function referencesOf(source: Template | CriterionProgram): readonly Expression[] {
  return 'kind' in source ? templateReferences(source) : criterionReferences(source);
}

function templateReferences(template: Template): readonly Expression[] {
  if (template.kind === 'literal') return [];
  if (template.kind === 'expression') return [template.expression];
  if (template.kind === 'array') return template.items.flatMap(templateReferences);
  if (template.kind === 'object') {
    return template.members.flatMap(([, value]) => templateReferences(value));
  }
  if (template.kind === 'selector') {
    return [template.context, ...template.selector.expressions];
  }
  return template.parts.filter((part) => typeof part !== 'string');
}

function criterionReferences(program: CriterionProgram): readonly Expression[] {
  if (program.type === 'simple') return operandsOf(program.ast);
  if (program.type === 'invalid') return [];
  return [program.context, ...preparedOf(program).expressions];
}

function preparedOf(
  program: RegexProgram | JsonPathProgram | XPathProgram,
): RegexProgram['regex'] | JsonPathProgram['test'] | XPathProgram['xpath'] {
  if (program.type === 'regex') return program.regex;
  return program.type === 'xpath' ? program.xpath : program.test;
}
