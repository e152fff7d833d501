import { didYouMean } from '../../diagnostics/index.ts';
import { formatPointer, parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { Expression, MessageExpression } from '../../expressions/index.ts';
import type { Json } from '../document.ts';
import { appendToken } from '../json-pointer.ts';
import { listNames } from '../link/list-names.ts';
import type { CalledOperation } from './called-operation.ts';
import { bodySchemas, otherSchemas, possibleResponses } from './possible-responses.ts';
import { walkSchemas } from './schema/walk-schema.ts';
import type { DeadEnd } from './schema/walk-schema.ts';
import { statusTests } from './status-tests.ts';
import type { StatusTests } from './status-tests.ts';
import type { CriteriaGroup } from './step-criteria.ts';

/** Reports expressions that want a member which the answers of the operation cannot have. */
export function checkResponseMembers(call: CalledOperation): void {
  const success = testsOf(call.criteria[0]);
  for (const group of call.criteria) checkGroup(call, group, success);
  for (const [name, value] of Object.entries(call.step.outputs)) {
    const wanted = readReferences(call, value).filter(isBodyMember);
    const path = appendToken(`${call.step.path}/outputs`, name);
    checkMembers(call, wanted, { tests: success, path, mayFail: true });
  }
}

function readReferences(
  { context }: CalledOperation,
  value: Json,
): readonly Expression[] {
  if (typeof value === 'string') return context.readText(value).references;
  return referencesOf(parseTemplate(value).template);
}

function testsOf(group: CriteriaGroup | undefined): StatusTests {
  return statusTests(group?.programs.map(({ program }) => program) ?? []);
}

function checkGroup(
  call: CalledOperation,
  group: CriteriaGroup,
  success: StatusTests,
): void {
  const own = testsOf(group);
  // What a failure looks like nobody knows, unless the criteria name a status.
  if (group.when === 'onFailure' && own.equal.length === 0) return;
  const tests = own.equal.length > 0 ? own : success;
  for (const { program, path } of group.programs)
    checkMembers(call, referencesOf(program).filter(isBodyMember), {
      tests,
      path: `${path}/${program.type === 'simple' ? 'condition' : 'context'}`,
      mayFail: false,
    });
}

interface Where {
  readonly tests: StatusTests;
  readonly path: string;
  /** It is read after failures too: outputs are. */
  readonly mayFail: boolean;
}

function checkMembers(
  call: CalledOperation,
  wanted: readonly MessageExpression[],
  { tests, path, mayFail }: Where,
): void {
  if (wanted.length === 0) return;
  const responses = possibleResponses(call.operation, tests);
  const schemas = responses && bodySchemas(call, responses);
  if (responses === undefined || schemas === undefined) return;
  const others = mayFail ? otherSchemas(call, responses) : [];
  for (const expression of wanted) {
    const deadEnd = walkSchemas(schemas, keysOf(expression));
    const isElsewhere =
      others.length > 0 && walkSchemas(others, keysOf(expression)) === undefined;
    if (deadEnd !== undefined && !isElsewhere)
      reportMember(call, expression, { deadEnd, path });
  }
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

function reportMember(
  { context: { report }, name }: CalledOperation,
  expression: MessageExpression,
  { deadEnd, path }: { readonly deadEnd: DeadEnd; readonly path: string },
): void {
  const keys = keysOf(expression);
  const at = formatPointer(keys.slice(0, deadEnd.length));
  const where = at === '' ? 'the answer' : `"${at}" in the answer`;
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
  const meant = didYouMean(String(keys[length]), names);
  if (meant !== undefined) return meant;
  return names.length === 0 ? 'It has no members.' : `It has ${listNames(names)}.`;
}
