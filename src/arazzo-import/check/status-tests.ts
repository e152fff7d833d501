import type { Condition, CriterionProgram, Expression } from '../../expressions/index.ts';
import { operandsOf } from '../../expressions/criteria/condition.ts';

/** What criteria ask of the status code. */
export interface StatusTests {
  /**
   * Each list comes from one place where `$statusCode` is compared with `==`; alternatives of one
   * `||` are one list.
   */
  readonly equal: readonly (readonly number[])[];
  /** The status code is looked at in a way that is not `==`. */
  readonly isTestedOtherwise: boolean;
}

/** Reads what criteria that must all hold ask of the status code. */
export function statusTests(programs: readonly CriterionProgram[]): StatusTests {
  const found = programs.map(testsOf);
  return {
    equal: found.flatMap(({ equal }) => equal),
    isTestedOtherwise: found.some(({ isTestedOtherwise }) => isTestedOtherwise),
  };
}

function testsOf(program: CriterionProgram): StatusTests {
  if (program.type === 'simple') return inCondition(program.ast);
  const isTestedOtherwise =
    program.type !== 'invalid' && program.context.kind === 'statusCode';
  return { equal: [], isTestedOtherwise };
}

function inCondition(condition: Condition<Expression>): StatusTests {
  if (condition.kind === 'and') {
    const all = condition.conditions.map(inCondition);
    return {
      equal: all.flatMap(({ equal }) => equal),
      isTestedOtherwise: all.some(({ isTestedOtherwise }) => isTestedOtherwise),
    };
  }
  const statuses = equalStatuses(condition);
  if (statuses !== undefined) return { equal: [statuses], isTestedOtherwise: false };
  const isTestedOtherwise = operandsOf(condition).some(
    ({ kind }) => kind === 'statusCode',
  );
  return { equal: [], isTestedOtherwise };
}

/** The codes of `$statusCode == 200 || $statusCode == 201`; `undefined` for anything else. */
function equalStatuses(condition: Condition<Expression>): readonly number[] | undefined {
  if (condition.kind === 'or') {
    const all = condition.conditions.map(equalStatuses);
    return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
  }
  if (condition.kind !== 'comparison' || condition.operator !== '==') return undefined;
  const sides = [condition.left, condition.right];
  const hasStatus = sides.some(
    (side) => side.kind === 'operand' && side.operand.kind === 'statusCode',
  );
  const literal = sides.find((side) => side.kind === 'literal');
  const value = literal?.kind === 'literal' ? literal.value : undefined;
  const isCode = typeof value === 'number' || typeof value === 'string';
  const status = isCode ? Number(value) : Number.NaN;
  return hasStatus && Number.isInteger(status) ? [status] : undefined;
}
