import type {
  StateConfig,
  TransitionConfig,
} from '../../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../../arazzo-import/plan.ts';
import { evaluateCriterion, referencesOf } from '../../expressions/index.ts';
import type { CriterionProgram, Expression, Scope } from '../../expressions/index.ts';
import type { Definition } from '../../machines/definition.ts';
import { actionGuardOf, invokesIn } from '../../machines/walk-config.ts';
import { remembered } from './remembered.ts';

/** What values that are known before a call must be like together for one of its transitions. */
export interface EarlierGoal {
  /** These hold. */
  readonly wanted: readonly CriterionProgram[];
  /** Of each of these, which would take another transition before, one does not hold. */
  readonly avoided: readonly (readonly CriterionProgram[])[];
}

/** What all transitions of a workflow ask of values that some expressions, and no others, look at. */
export function earlierGoals(
  definition: Definition,
  isAbout: (expression: Expression) => boolean,
): readonly EarlierGoal[] {
  const isOnlyAbout = (program: CriterionProgram): boolean => {
    const references = referencesOf(program);
    return references.length > 0 && references.every(isAbout);
  };
  return decidingSteps(definition)
    .all.filter(({ references }) => references.some(isAbout))
    .flatMap((step) => goalsIn(step, isOnlyAbout))
    .filter(({ wanted, avoided }) => wanted.length + avoided.length > 0);
}

/** A step with the criteria that decide what follows it. */
interface DecidingStep {
  readonly success: readonly CriterionProgram[];
  readonly transitions: readonly {
    readonly outcome: 'success' | 'failure';
    readonly criteria: readonly CriterionProgram[];
  }[];
  /** Everything that its criteria look at. */
  readonly references: readonly Expression[];
}

/** Read once for all steps that ask about their outputs. */
const decidingSteps = remembered((definition: Definition) => ({
  all: Object.values(definition.config.states).flatMap((state) =>
    state.meta === undefined
      ? []
      : [toDecidingStep(state, state.meta.successCriteria, definition)],
  ),
}));

function toDecidingStep(
  state: StateConfig,
  successCriteria: readonly CriterionPlan[],
  definition: Definition,
): DecidingStep {
  const success = conjuncts(definition.criteria(successCriteria));
  const transitions = invokesIn(state)
    .flatMap(({ onDone }) => onDone)
    .flatMap((transition) => {
      const outcome = declaredOutcome(transition);
      const criteria = definition.criteria(actionGuardOf(transition)?.criteria ?? []);
      return outcome === undefined ? [] : [{ outcome, criteria: conjuncts(criteria) }];
    });
  const all = [...success, ...transitions.flatMap(({ criteria }) => criteria)];
  return { success, transitions, references: all.flatMap((each) => referencesOf(each)) };
}

function goalsIn(
  { success, transitions }: DecidingStep,
  isOnlyAbout: (program: CriterionProgram) => boolean,
): readonly EarlierGoal[] {
  const before = {
    success: [] as (readonly CriterionProgram[])[],
    failure: [] as (readonly CriterionProgram[])[],
  };
  return transitions.map(({ outcome, criteria }) => {
    const all = outcome === 'success' ? [...success, ...criteria] : criteria;
    const goal = { wanted: all.filter(isOnlyAbout), avoided: [...before[outcome]] };
    if (criteria.length > 0 && criteria.every(isOnlyAbout))
      before[outcome].push(criteria);
    return goal;
  });
}

/** Of the actions of the document, and of what follows a success without one; nothing else decides. */
function declaredOutcome(
  transition: TransitionConfig,
): 'success' | 'failure' | undefined {
  const isNext = transition.meta?.kind === 'next';
  return actionGuardOf(transition)?.on ?? (isNext ? 'success' : undefined);
}

/** Criteria, and in their place the parts of those that are joined by `&&`. */
function conjuncts(programs: readonly CriterionProgram[]): readonly CriterionProgram[] {
  return programs.flatMap((program) => {
    if (program.type !== 'simple' || program.ast.kind !== 'and') return [program];
    const parts = program.ast.conditions.map((ast): CriterionProgram => ({
      type: 'simple',
      condition: ast.text,
      ast,
    }));
    return conjuncts(parts);
  });
}

/** Whether values are as a goal has it. */
export function meetsGoal({ wanted, avoided }: EarlierGoal, scope: Scope): boolean {
  const holds = (program: CriterionProgram): boolean => evaluateCriterion(program, scope);
  return wanted.every(holds) && avoided.every((programs) => !programs.every(holds));
}
