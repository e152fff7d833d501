import type {
  Condition,
  CriterionProgram,
  Expression,
} from '../../../expressions/index.ts';
import { simpleSemantics } from '../../../expressions/criteria/simple-semantics.ts';
import { acceptedCodes } from '../criteria/contradiction-in.ts';
import type { Demand } from '../criteria/demand.ts';
import { readCondition } from '../criteria/read-condition.ts';
import { subjectOfExpression } from '../criteria/subject-of.ts';
import type { CriterionView, Finding, StepView, WorkflowView } from '../view.ts';

/** Status codes that there are not: `$statusCode == 2000`, `$statusCode == '401 Unauthorized'`. */
export function findImpossibleStatuses({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => criteriaOf(view).flatMap(findInCriterion));
}

function criteriaOf({
  success,
  onSuccess,
  onFailure,
}: StepView): readonly CriterionView[] {
  return [
    ...success,
    ...[...onSuccess, ...onFailure].flatMap(({ criteria }) => criteria),
  ];
}

function findInCriterion({ program, reading, path }: CriterionView): readonly Finding[] {
  if (program === undefined) return [];
  const demands =
    program.type === 'simple'
      ? comparisonsIn(program)
      : reading.demands.filter(isOfStatus);
  return demands.flatMap((demand) => {
    const { length } = acceptedCodes(demand);
    if (length === 0) return [never(demand, path)];
    return differsFromAll(demand, length) ? [always(demand, path)] : [];
  });
}

function isOfStatus({ subject }: Demand): boolean {
  return subject.kind === 'status';
}

/** Each by itself, so that one which never holds is also found among alternatives. */
function comparisonsIn({
  ast,
}: Extract<CriterionProgram, { type: 'simple' }>): readonly Demand[] {
  return partsOf(ast)
    .flatMap((part) => readCondition(part, reader).demands)
    .filter(isOfStatus);
}

const reader = {
  subjectOf: (expression: Expression) => subjectOfExpression(expression, undefined),
  compare: simpleSemantics.compare,
  holds: Boolean,
  isLenient: true,
};

function partsOf(condition: Condition<Expression>): readonly Condition<Expression>[] {
  if (condition.kind === 'not') return partsOf(condition.condition);
  if (condition.kind === 'and' || condition.kind === 'or')
    return condition.conditions.flatMap(partsOf);
  return condition.kind === 'comparison' ? [condition] : [];
}

/** `$statusCode != 'OK'`; whether there is an answer at all may be asked with `!= null`. */
function differsFromAll({ literals, text }: Demand, count: number): boolean {
  const isText = literals.every((literal) => typeof literal === 'string');
  return text.includes('!=') && isText && literals.length > 0 && count === 500;
}

const reason = 'status codes are numbers from 100 to 599';

function never(demand: Demand, path: string): Finding {
  return {
    code: 'CRITERION_NEVER_HOLDS',
    severity: 'warning',
    path,
    message: `"${demand.text}" can never hold: ${reason}.`,
    hint: hintFor(demand),
  };
}

function always(demand: Demand, path: string): Finding {
  return {
    code: 'CRITERION_ALWAYS_HOLDS',
    severity: 'warning',
    path,
    message: `"${demand.text}" always holds: ${reason}.`,
    hint: hintFor(demand),
  };
}

/** `'401 Unauthorized'` begins with what is meant, and `'2xx'` with a class. */
function hintFor({ literals: [literal] }: Demand): string {
  const text = String(literal);
  const [code] = /(?<!\d)[1-5]\d\d(?!\d)/u.exec(text) ?? [];
  if (code !== undefined) return `Write ${code}, without the text.`;
  const [, digit] = /^([1-5])xx$/iu.exec(text) ?? [];
  return digit === undefined
    ? 'Write a status code such as 200.'
    : `Write "$statusCode >= ${digit}00 && $statusCode <= ${digit}99".`;
}
