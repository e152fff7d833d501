import { nearestName } from '../../diagnostics/index.ts';
import { formatPointer } from '../../expressions/index.ts';
import type { ValueExpression } from '../../expressions/runtime/expression.ts';
import { rootNode } from '../check/schema/schema-node.ts';
import { walkSchemas } from '../check/schema/walk-schema.ts';
import type { WorkflowContext } from './link-workflow.ts';
import { hintFor, isOneOf } from './name-hints.ts';

/** Reports an input, or a member of one, that the schema of the workflow does not have. */
export function checkInput(
  context: WorkflowContext,
  expression: ValueExpression,
  path: string,
): void {
  const { names, isOpen } = context.inputs;
  const { name, text } = expression;
  if (isOneOf(names, name)) return checkMember(context, expression, path);
  if (isOpen && nearestName(name, names) === undefined) return;
  if (names.length === 0) return reportUndeclared(context, expression, path);
  context.report({
    code: 'UNKNOWN_INPUT',
    severity: 'warning',
    path,
    message: `"${text}" names an input that the workflow does not declare.`,
    ...hintFor(name, names, '$inputs.'),
  });
}

/** A workflow without inputs can be given some all the same; nobody is told that it needs them. */
function reportUndeclared(
  { report, undeclared }: WorkflowContext,
  { name, text }: ValueExpression,
  path: string,
): void {
  if (undeclared.has(name)) return;
  undeclared.add(name);
  report({
    code: 'UNKNOWN_INPUT',
    severity: 'warning',
    path,
    message: `"${text}" names an input, but the workflow declares none.`,
    hint: `Declare it: "inputs: { type: object, properties: { ${name}: { type: string } } }", with its own type.`,
  });
}

/** `$inputs.address#/zpi`. */
function checkMember(
  { inputs: { schema, names }, report }: WorkflowContext,
  { name, text, path: members, pointer }: ValueExpression,
  path: string,
): void {
  const keys = [name, ...members, ...pointer];
  if (keys.length === 1 || !names.includes(name) || schema === undefined) return;
  const deadEnd = walkSchemas([rootNode(schema)], keys);
  if (deadEnd === undefined || deadEnd.names.length === 0) return;
  const missing = String(keys[deadEnd.length]);
  const before = formatPointer(keys.slice(1, deadEnd.length));
  report({
    code: 'UNKNOWN_INPUT',
    severity: 'warning',
    path,
    message: `"${text}" leads to nothing: the input "${name}" has no "${missing}"${before === '' ? '' : ` at "${before}"`}.`,
    ...hintFor(missing, deadEnd.names, ''),
  });
}
