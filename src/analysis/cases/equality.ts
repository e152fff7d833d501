import type { Json } from '../../arazzo-import/document.ts';
import type { Expression, SimpleProgram } from '../../expressions/index.ts';

/** The criterion that an expression has a value. */
export function equality(expression: Expression, value: Json): SimpleProgram {
  const literal = JSON.stringify(value);
  const condition = `${expression.text} == ${literal}`;
  return {
    type: 'simple',
    condition,
    ast: {
      kind: 'comparison',
      operator: '==',
      text: condition,
      left: { kind: 'operand', operand: expression, text: expression.text },
      right: { kind: 'literal', value: value as string, text: literal },
    },
  };
}
