import type { SnapshotFrom } from 'xstate';
import type { GuardConfig, WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import { evaluateCriterion } from '../../expressions/index.ts';
import { isCompleted, isMet } from '../../machines/completed-workflows.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { MachineEnvironment } from '../../machines/environment.ts';
import { scopeOf } from '../../machines/scope.ts';
import { stepRecord } from '../../machines/step-record.ts';
import type { WorkflowContext } from '../../machines/types.ts';
import { guardsIn } from '../../machines/walk-config.ts';
import { keysOf, stepAt } from './place.ts';
import { reachableSteps } from './reachable-steps.ts';
import type { WatchedTest } from './watched-tests.ts';

type MachineSnapshot = SnapshotFrom<WorkflowMachine>;

/**
 * Gives you the function that tells states apart as far as it makes a difference for what follows:
 * where the machine is, whether the retries of the step there are used up, and how tests turn out that
 * later steps make of what is known now. Everything else in the context is left out, so that counters
 * and answers do not multiply the states.
 */
export function createStateKey(
  environment: MachineEnvironment,
  tests: readonly WatchedTest[],
): (snapshot: MachineSnapshot) => string {
  const { config } = environment.definition;
  const isAlive = createLiveness(config, tests);
  const needs = needsIn(config);
  return ({ value, context, status }) => {
    const keys = keysOf(value);
    // Steps may be called like members that every object has.
    const place = `#${keys.join('.')}`;
    if (status !== 'active')
      return `${place} ${outcomes(environment, context, tests, isOfCaller).join('')}`.trimEnd();
    const stepId = stepAt(config, keys);
    const flags = [
      ...retriesAt(context, stepId),
      ...needs.map((guard) => Number(isNeeded(environment, context, guard))),
      ...outcomes(environment, context, tests, (test) => isAlive(test, keys[0] ?? '')),
    ];
    return flags.length === 0 ? place : `${place} ${flags.join('')}`;
  };
}

/** The retries that were taken in this visit, by name; in which order makes no difference. */
function retriesAt(
  context: WorkflowContext,
  stepId: string | undefined,
): readonly string[] {
  const { retries = {} } = (stepId && stepRecord(context, stepId)) || {};
  return Object.entries(retries)
    .map(([action, count]) => `${action}:${count};`)
    .toSorted();
}

type NeedGuard = Extract<GuardConfig, { type: 'needsMore' | 'alreadyCompleted' }>;

function needsIn(config: WorkflowConfig): readonly NeedGuard[] {
  return guardsIn(config).filter(
    (guard): guard is NeedGuard =>
      guard.type === 'needsMore' || guard.type === 'alreadyCompleted',
  );
}

function isNeeded(
  environment: MachineEnvironment,
  context: WorkflowContext,
  { params }: NeedGuard,
): boolean {
  if ('workflow' in params && typeof params.workflow === 'string')
    return isCompleted(environment, context, params.workflow);
  return (
    'needs' in params &&
    Array.isArray(params.needs) &&
    params.needs.some((need) => !isMet(environment, context, need))
  );
}

function outcomes(
  { definition }: MachineEnvironment,
  context: WorkflowContext,
  tests: readonly WatchedTest[],
  isAlive: (test: WatchedTest) => boolean,
): readonly number[] {
  const alive = tests.filter(isAlive);
  if (alive.length === 0) return [];
  const scope = scopeOf(definition, context);
  return alive.map(({ program }) => Number(evaluateCriterion(program, scope)));
}

/** A test counts only where the step that makes it can still be reached. */
function createLiveness(
  config: WorkflowConfig,
  tests: readonly WatchedTest[],
): (test: WatchedTest, key: string) => boolean {
  if (tests.length === 0) return () => false;
  const { canReach } = reachableSteps(config);
  return ({ readBy }, key) => readBy === undefined || canReach(key, readBy);
}

/** Made when the workflow has ended. */
function isOfCaller({ readBy }: WatchedTest): boolean {
  return readBy === undefined;
}
