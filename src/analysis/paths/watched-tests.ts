import type { Json } from '../../arazzo-import/document.ts';
import type {
  Comparison,
  Condition,
  CriterionProgram,
  Expression,
  SimpleProgram,
  ValueExpression,
  WorkflowExpression,
} from '../../expressions/index.ts';
import { referencesOf } from '../../expressions/index.ts';
import { equality } from '../cases/equality.ts';
import { remembered } from '../cases/remembered.ts';
import type { Definition } from '../../machines/definition.ts';
import { actionCriteria } from './action-criteria.ts';
import { stepTransitions } from './step-transitions.ts';

/**
 * A part of a criterion whose outcome is decided before the call that it belongs to: it looks at inputs
 * or at outputs of earlier steps only.
 */
export interface WatchedTest {
  readonly program: CriterionProgram;
  /** What it looks at, when that is one input or one output. */
  readonly subject?: WatchedSubject;
  /** Values of the subject between which it makes a difference. */
  readonly values: readonly Json[];
  /** The step whose criterion it is in; absent when it is made by the caller of the workflow. */
  readonly readBy?: string;
}

type WatchedSubject =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'output'; readonly stepId: string; readonly name: string }
  /** An output of a called workflow; without a workflowId of the one that the step calls. */
  | { readonly kind: 'called'; readonly workflowId?: string; readonly name: string };

/** Every such part of the criteria of a workflow. */
export const watchedTests: typeof findTests = remembered(findTests);

function findTests(definition: Definition): readonly WatchedTest[] {
  return Object.values(definition.config.states).flatMap((state) => {
    if (state.meta === undefined) return [];
    const { stepId, successCriteria } = state.meta;
    return [successCriteria, ...actionCriteria(stepTransitions(state))]
      .flatMap((criteria) => definition.criteria(criteria))
      .flatMap(partsOf)
      .flatMap((program) =>
        isDecidedBefore(program)
          ? [toTest(definition, program, stepId)]
          : presenceTests(program, stepId),
      );
  });
}

/** Whether what an answer is compared with is there at all, which was decided before. */
function presenceTests(
  program: CriterionProgram,
  readBy: string,
): readonly WatchedTest[] {
  return referencesOf(program)
    .filter(
      ({ kind, ...each }) =>
        kind === 'inputs' ||
        (kind === 'steps' && 'stepId' in each && each.stepId !== readBy),
    )
    .map((expression) => ({
      program: equality(expression, null),
      values: [],
      readBy,
    }));
}

/** The comparisons in a simple condition; any other criterion as it is. */
function partsOf(program: CriterionProgram): readonly CriterionProgram[] {
  if (program.type !== 'simple') return [program];
  return leavesOf(program.ast).map((ast) => ({
    type: 'simple',
    condition: ast.text,
    ast,
  }));
}

function leavesOf(condition: Condition<Expression>): readonly Condition<Expression>[] {
  if (condition.kind === 'not') return leavesOf(condition.condition);
  if (condition.kind === 'and' || condition.kind === 'or')
    return condition.conditions.flatMap(leavesOf);
  return [condition];
}

function isDecidedBefore(program: CriterionProgram): boolean {
  const references = referencesOf(program);
  return references.length > 0 && references.every(({ kind }) => earlier.has(kind));
}

const earlier: ReadonlySet<Expression['kind']> = new Set([
  'inputs',
  'steps',
  'workflows',
  'outputs',
  'all',
]);

function toTest(
  definition: Definition,
  program: CriterionProgram,
  readBy: string,
): WatchedTest {
  const references = referencesOf(program);
  const [only] = references;
  const subject =
    references.length === 1 && only !== undefined
      ? subjectOf(definition, only)
      : undefined;
  const values = program.type === 'simple' ? valuesIn(program) : [];
  return { program, values, readBy, ...(subject === undefined ? {} : { subject }) };
}

function subjectOf(
  definition: Definition,
  expression: Expression,
): WatchedSubject | undefined {
  if (expression.kind === 'inputs')
    return isWhole(expression) ? { kind: 'input', name: expression.name } : undefined;
  if (expression.kind === 'outputs' || expression.kind === 'workflows')
    return calledSubject(expression);
  if (expression.kind !== 'steps' || !isWhole(expression)) return undefined;
  const { stepId, name = '' } = expression;
  const owner = definition.steps.find((step) => step.stepId === stepId);
  const isOutput = owner !== undefined && Object.hasOwn(owner.outputs, name);
  return isOutput ? { kind: 'output', stepId, name } : undefined;
}

function calledSubject(
  expression: ValueExpression | WorkflowExpression,
): WatchedSubject | undefined {
  const { name } = expression;
  if (name === undefined || !isWhole(expression)) return undefined;
  if (expression.kind !== 'workflows') return { kind: 'called', name };
  const { field, workflowId } = expression;
  return field === 'outputs' ? { kind: 'called', workflowId, name } : undefined;
}

/** Whether an expression means a value and not a part of it. */
export function isWhole({
  path,
  pointer,
}: {
  readonly path: readonly unknown[];
  readonly pointer: readonly unknown[];
}): boolean {
  return path.length + pointer.length === 0;
}

/** The literals that the subject is compared with, and for an order also what lies beside them. */
function valuesIn({ ast }: SimpleProgram): readonly Json[] {
  if (ast.kind === 'operand') return [true, false];
  if (ast.kind !== 'comparison') return [];
  return [ast.left, ast.right].flatMap((side) =>
    side.kind === 'literal' ? aroundLiteral(ast, side.value as Json) : [],
  );
}

function aroundLiteral(
  { operator }: Comparison<Expression>,
  value: Json,
): readonly Json[] {
  const isOrder = operator !== '==' && operator !== '!=';
  return isOrder && typeof value === 'number' ? [value, value + 1, value - 1] : [value];
}
