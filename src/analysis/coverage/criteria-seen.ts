import type { TransitionConfig } from '../../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../../arazzo-import/plan.ts';
import { evaluateCriterion } from '../../expressions/index.ts';
import type { StepDefinition } from '../../machines/definition.ts';
import { retryLimitOf } from '../../machines/environment.ts';
import type { MachineEnvironment } from '../../machines/environment.ts';
import { answerScope, hasSucceeded, isComplete } from '../../machines/outcome.ts';
import type { AnswerArguments } from '../../machines/outcome.ts';
import { retriesOf, stepRecord } from '../../machines/step-record.ts';
import { actionGuardOf } from '../../machines/walk-config.ts';

/** A criterion that was evaluated, and whether it held. */
export interface SeenCriterion {
  /** Unique in the workflow: `pollDatastore datastoreActive 0`. */
  readonly id: string;
  readonly criterion: CriterionPlan;
  readonly held: boolean;
}

/** How a call ended, and the transitions that were tried in turn. */
export interface TriedTransitions extends AnswerArguments {
  readonly step: StepDefinition;
  readonly tried: readonly TransitionConfig[];
}

/**
 * The criteria that the guards of a call evaluate, in their order: the success criteria, then those of
 * the actions, up to the first that does not hold and to the transition that is taken.
 */
export function criteriaSeen(
  environment: MachineEnvironment,
  { step, tried, ...args }: TriedTransitions,
): readonly SeenCriterion[] {
  const scope = answerScope(environment, args, step);
  const seen: SeenCriterion[] = [];
  const holds = (criteria: readonly CriterionPlan[], owner: string): boolean => {
    const programs = environment.definition.criteria(criteria);
    return criteria.every((criterion, index) => {
      const program = programs[index];
      const held = program !== undefined && evaluateCriterion(program, scope);
      seen.push({ id: criterionId(step.stepId, owner, index), criterion, held });
      return held;
    });
  };
  if (isComplete(args, step, scope)) holds(step.successCriteria, successOwner);
  const succeeded = hasSucceeded(environment, args, step, scope);
  for (const transition of tried) {
    const { guard } = transition;
    const action = actionGuardOf(transition);
    if (action === undefined || (action.on === 'success') !== succeeded) continue;
    const retries = retriesOf(stepRecord(args.context, step.stepId), guard?.type ?? '');
    const { retryLimit } = action;
    if (retryLimit !== undefined && retries >= retryLimitOf(environment, retryLimit))
      continue;
    if (holds(action.criteria, actionOwner(action.on, guard?.type ?? ''))) break;
  }
  return seen;
}

/** Whose criteria the success criteria are. */
export const successOwner = 'success';

/** Whose criteria those of an action are. */
export function actionOwner(on: 'success' | 'failure', action: string): string {
  return `on ${on} ${action}`;
}

/** Names a criterion; the same for the copies of one that stand in several transitions. */
export function criterionId(stepId: string, owner: string, index: number): string {
  return `${stepId} ${owner} ${index}`;
}
