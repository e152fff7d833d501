import type { WorkflowConfig } from '../arazzo-import/compile/config.ts';
import type { Json } from '../arazzo-import/document.ts';
import {
  enginesForSelector,
  enginesForTemplate,
  enginesNeeded,
} from '../expressions/index.ts';
import type { EngineName } from '../expressions/index.ts';
import { configsIn, criteriaIn, invokesIn } from './walk-config.ts';

/** The engines that a config needs, and those of the workflows that it carries. */
export function enginesForConfig(config: WorkflowConfig): ReadonlySet<EngineName> {
  return new Set(configsIn(config).flatMap((each) => enginesFor(each)));
}

const known = new WeakMap<WorkflowConfig, readonly EngineName[]>();

/** The workflows of an import carry the same configs of those that they call. */
function enginesFor(config: WorkflowConfig): readonly EngineName[] {
  const engines = known.get(config) ?? findEngines(config);
  known.set(config, engines);
  return engines;
}

function findEngines(config: WorkflowConfig): readonly EngineName[] {
  const replacements = invokesIn(config).flatMap(({ input }) =>
    'requestBody' in input ? (input.requestBody?.replacements ?? []) : [],
  );
  const selectors = config.meta.selectors
    ? enginesForTemplate([config.states, config.meta.outputs] as unknown as Json)
    : [];
  return [
    ...enginesNeeded(criteriaIn(config)),
    ...replacements.flatMap(({ type, target }) =>
      type === undefined ? [] : enginesForSelector({ type }, target),
    ),
    ...selectors,
  ];
}
