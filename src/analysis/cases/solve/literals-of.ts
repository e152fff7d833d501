import type {
  Condition,
  CriterionProgram,
  FilterOperand,
  Json,
  QuerySegment,
} from '../../../expressions/index.ts';
import { remembered } from '../remembered.ts';

/** The values that a criterion compares with. */
export const literalsOf: (program: CriterionProgram) => readonly Json[] =
  remembered(findLiterals);

function findLiterals(program: CriterionProgram): readonly Json[] {
  if (program.type === 'simple') return inCondition(program.ast);
  if (program.type === 'regex') return numbersIn(program.condition);
  const test = program.type === 'jsonpath' ? program.test.fixed : undefined;
  if (test === undefined) return [];
  return test.kind === 'lax' ? inCondition(test.ast) : inQuery(test.query.describe());
}

/** Status codes in `^(200|201)$`. */
function numbersIn(pattern: string): readonly Json[] {
  return Array.from(pattern.matchAll(/(?<!\d)[1-5]\d\d(?!\d)/gu), ([digits]) =>
    Number(digits),
  );
}

function inCondition<T>(condition: Condition<T>): readonly Json[] {
  if (condition.kind === 'literal') return [condition.value].flat();
  if (condition.kind === 'not') return inCondition(condition.condition);
  if (condition.kind === 'operand') return inOperand(condition.operand);
  return condition.kind === 'comparison'
    ? [condition.left, condition.right].flatMap((side) => inCondition(side))
    : condition.conditions.flatMap((inner) => inCondition(inner));
}

function inOperand(operand: unknown): readonly Json[] {
  const { kind } = operand as { readonly kind?: unknown };
  if (kind === 'query')
    return inQuery((operand as { segments: QuerySegment[] }).segments);
  if (kind !== 'call') return [];
  const { parameters } = operand as Extract<FilterOperand, { kind: 'call' }>;
  return parameters.flatMap((parameter) => inCondition(parameter));
}

function inQuery(segments: readonly QuerySegment[]): readonly Json[] {
  return segments
    .flatMap(({ selectors }) => selectors)
    .flatMap((selector) =>
      selector.kind === 'filter' ? inCondition(selector.condition) : [],
    );
}
