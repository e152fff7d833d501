import { nearestName } from '../../diagnostics/index.ts';
import { formatPointer, parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { Expression, MessageExpression } from '../../expressions/index.ts';
import { appendToken } from '../json-pointer.ts';
import { listNames } from '../link/list-names.ts';
import type { CalledOperation } from './called-operation.ts';
import { bodySchemas, possibleResponses } from './possible-responses.ts';
import type { SchemaNode } from './schema/schema-node.ts';
import { walkSchemas } from './schema/walk-schema.ts';
import type { DeadEnd } from './schema/walk-schema.ts';
import { statusTests } from './status-tests.ts';
import type { StatusTests } from './status-tests.ts';
import { stepCriteria } from './step-criteria.ts';

/** Reports expressions that want a member which the answers of the operation cannot have. */
export function checkResponseMembers(call: CalledOperation): void {
  const { context, step, operation } = call;
  const groups = stepCriteria(context, step);
  const success = statusTests(groups[0]?.programs.map(({ program }) => program) ?? []);
  const check = (
    expressions: readonly Expression[],
    tests: StatusTests,
    path: string,
  ): void => {
    const wanted = expressions.filter(isBodyMember);
    const responses = wanted.length === 0 ? [] : possibleResponses(operation, tests);
    const schemas = responses && bodySchemas(responses);
    if (schemas !== undefined)
      for (const each of wanted) checkMember(call, each, { schemas, path });
  };
  for (const { when, programs } of groups) {
    const own = statusTests(programs.map(({ program }) => program));
    const tests = own.equal.length > 0 || when === 'onFailure' ? own : success;
    // What a failure looks like nobody knows, unless the criteria name a status.
    if (when === 'onFailure' && own.equal.length === 0) continue;
    for (const { program, path } of programs)
      check(referencesOf(program), tests, `${path}/${placeIn(program.type)}`);
  }
  for (const [name, value] of Object.entries(step.outputs)) {
    const references = referencesOf(parseTemplate(value).template);
    check(references, success, appendToken(`${step.path}/outputs`, name));
  }
}

function placeIn(type: string): string {
  return type === 'simple' ? 'condition' : 'context';
}

function isBodyMember(expression: Expression): expression is MessageExpression {
  return (
    expression.kind === 'response' &&
    expression.part === 'body' &&
    keysOf(expression).length > 0
  );
}

function keysOf({ path, pointer }: MessageExpression): readonly (string | number)[] {
  return [...path, ...pointer];
}

function checkMember(
  { context: { report }, name }: CalledOperation,
  expression: MessageExpression,
  { schemas, path }: { readonly schemas: readonly SchemaNode[]; readonly path: string },
): void {
  const keys = keysOf(expression);
  const deadEnd = walkSchemas(schemas, keys);
  if (deadEnd === undefined) return;
  const at = formatPointer(keys.slice(0, deadEnd.length));
  const where = at === '' ? 'The answer' : `"${at}" in the answer`;
  report({
    code: 'UNKNOWN_RESPONSE_MEMBER',
    severity: 'warning',
    path,
    message: `"${expression.text}" leads to nothing: ${where} of "${name}" has no "${String(keys[deadEnd.length])}".`,
    hint: hintFor(expression, deadEnd),
  });
}

function hintFor(expression: MessageExpression, deadEnd: DeadEnd): string {
  const { length, names, isList } = deadEnd;
  const keys = keysOf(expression);
  if (isList) {
    const pointer = formatPointer([...keys.slice(0, length), 0, ...keys.slice(length)]);
    return `It is a list: write "$response.body#${pointer}" for its first item.`;
  }
  const near = nearestName(String(keys[length]), names);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return names.length === 0 ? 'It has no members.' : `It has ${listNames(names)}.`;
}
