import type {
  StateConfig,
  TransitionConfig,
} from '../../arazzo-import/compile/config.ts';
import { evaluateCriterion, referencesOf } from '../../expressions/index.ts';
import type { CriterionProgram, Expression, Scope } from '../../expressions/index.ts';
import type { Definition } from '../../machines/definition.ts';
import { actionGuardOf, invokesIn } from '../../machines/walk-config.ts';

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
  return Object.values(definition.config.states)
    .flatMap((state) => goalsIn(state, definition, isOnlyAbout))
    .filter(({ wanted, avoided }) => wanted.length + avoided.length > 0);
}

function goalsIn(
  state: StateConfig,
  definition: Definition,
  isOnlyAbout: (program: CriterionProgram) => boolean,
): readonly EarlierGoal[] {
  if (state.meta === undefined) return [];
  const success = conjuncts(definition.criteria(state.meta.successCriteria));
  const avoided = new Map<string, (readonly CriterionProgram[])[]>();
  const goals: EarlierGoal[] = [];
  for (const transition of invokesIn(state).flatMap(({ onDone }) => onDone)) {
    const outcome = outcomeOf(transition);
    if (outcome === undefined) continue;
    const own = conjuncts(definition.criteria(actionGuardOf(transition)?.criteria ?? []));
    const before = avoided.get(outcome) ?? [];
    const all = outcome === 'success' ? [...success, ...own] : own;
    goals.push({ wanted: all.filter(isOnlyAbout), avoided: [...before] });
    if (own.length > 0 && own.every(isOnlyAbout)) before.push(own);
    avoided.set(outcome, before);
  }
  return goals;
}

function outcomeOf(transition: TransitionConfig): 'success' | 'failure' | undefined {
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
