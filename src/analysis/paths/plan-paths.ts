import { didYouMean } from '../../diagnostics/index.ts';
import { casesOf } from '../cases/cases-of.ts';
import { withGivenCases } from '../cases/given-cases.ts';
import type { GivenCases } from '../cases/given-cases.ts';
import type { Coverage, Uncovered } from '../coverage/coverage.ts';
import { coverageOfTrails } from '../coverage/coverage-of-trails.ts';
import type { Gaps } from '../coverage/counted.ts';
import type { Graph } from './graph.ts';
import { explore } from './explore.ts';
import type { Exploration, ExplorationOptions } from './exploration.ts';
import { explorableMachine } from './explorable-machine.ts';
import type { AnyWorkflow } from './explorable-machine.ts';
import type { Path } from './path.ts';
import { startsOf } from './starts-of.ts';
import { selectTrails } from './select-trails.ts';
import type { PathSelection } from './select-trails.ts';
import { toPath } from './to-path.ts';
import { indexTransitions } from './transition-index.ts';
import { watchedTests } from './watched-tests.ts';

/** Which paths are wanted. */
export interface PathOptions {
  /** @default 'covering' */
  readonly select?: PathSelection;
  /** @default 5000 */
  readonly maxPaths?: number;
  /** States after which no further ones are looked at. @default 20000 */
  readonly maxStates?: number;
  /**
   * Whether the paths of called workflows are part of the paths, or each way in which one can end is
   * one case. @default 'in-place'
   */
  readonly subWorkflows?: 'in-place' | 'one-case';
  /** Cases and inputs of your own. */
  readonly cases?: GivenCases;
}

/** The paths of a workflow, and what they go through. */
export interface PathPlan {
  readonly workflowId: string;
  readonly paths: readonly Path[];
  readonly coverage: Coverage;
  readonly uncovered: readonly Uncovered[];
  /** Transitions that no case takes. */
  readonly gaps: Gaps;
  /** What was left out, in words, when there are more states or paths than were wanted. */
  readonly cut?: string;
  /** What is wrong with the cases that were given. */
  readonly remarks?: readonly string[];
}

/**
 * Lists the ways through a workflow, without calling anything: what every call can answer is made of
 * the criteria, the API description and what the service knows.
 *
 * @throws ArazzoError `UNKNOWN_MACHINE` for a machine that this library did not make
 */
export function planPaths(workflow: AnyWorkflow, options: PathOptions = {}): PathPlan {
  const { select = 'covering', maxPaths = 5000, maxStates = 20_000 } = options;
  const remarks = new Set<string>();
  const { cases = {} } = options;
  const exploration = toExploration(workflow, {
    answersOf: withGivenCases(casesOf, cases, ({ stepId, message }) =>
      remarks.add(`${stepId}: ${message}`),
    ),
    subWorkflows: options.subWorkflows ?? 'in-place',
    isThorough: select !== 'covering',
    maxStates,
    cases,
  });
  for (const remark of unknownSteps(exploration)) remarks.add(remark);
  const starts = startsOf(exploration);
  const graph = explore(exploration, starts);
  const { trails, cuts } = selectTrails(exploration, graph, { select, maxPaths });
  const gaps = gapsById(exploration, graph);
  const { coverage, uncovered } = coverageOfTrails(exploration, gaps, trails);
  const allCuts = [
    ...(graph.isCut ? [`there are more than ${maxStates} states`] : []),
    ...cuts,
    ...exploration.cuts.values(),
  ];
  return {
    workflowId: exploration.environment.definition.config.meta.workflowId,
    paths: trails.map((trail) =>
      toPath(trail, { namesInputs: trail.start.inputs !== starts[0] }),
    ),
    coverage,
    uncovered,
    gaps,
    ...(remarks.size === 0 ? {} : { remarks: [...remarks] }),
    ...(allCuts.length === 0 ? {} : { cut: allCuts.join('; ') }),
  };
}

/** Steps in the cases of the user that the workflow does not have. */
function unknownSteps({ environment, options }: Exploration): readonly string[] {
  const { config, steps } = environment.definition;
  const { cases = {} } = options;
  const given = Object.hasOwn(cases, config.meta.workflowId)
    ? cases[config.meta.workflowId]
    : undefined;
  const ids = steps.map(({ stepId }) => stepId);
  return Object.keys(given?.steps ?? {}).flatMap((stepId) => {
    if (ids.includes(stepId)) return [];
    const hint = didYouMean(stepId, ids) ?? `Its steps are ${ids.join(', ')}.`;
    return [`${stepId}: The workflow has no such step. ${hint}`];
  });
}

function gapsById({ index }: Exploration, { gaps }: Graph): Gaps {
  if (gaps.length === 0) return {};
  const known = new Map(gaps.map((gap) => [gap.transition, gap]));
  return Object.fromEntries(
    index.all.flatMap(({ id, config }) => {
      const gap = known.get(config);
      return gap === undefined ? [] : [[id, { kind: gap.kind, why: gap.why }]];
    }),
  );
}

function toExploration(workflow: AnyWorkflow, options: ExplorationOptions): Exploration {
  const { machine, environment, source } = explorableMachine(workflow);
  const { definition } = environment;
  return {
    machine,
    environment,
    source,
    index: indexTransitions(definition.config),
    tests: watchedTests(definition),
    options,
    explore,
    within: [definition.config.meta.workflowId],
    room: { left: options.maxStates },
    roomWithin: { left: options.maxStates },
    cuts: new Map(),
  };
}
