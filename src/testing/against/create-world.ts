import type { MachineSource } from '../../machines/machine-source.ts';
import type { Against } from './against.ts';
import { calledSources } from './called-sources.ts';
import { scriptedWorld } from './world.ts';
import type { World } from './world.ts';

/**
 * Creates what answers the calls of a workflow; what it needs is loaded only now.
 *
 * @throws ArazzoError `NOTHING_TO_CALL` when the workflow calls nothing that it is about, `MISSING_PACKAGE`
 * for `http` without msw
 */
export async function createWorld(
  against: Against,
  { environment, descriptionOf }: MachineSource,
): Promise<World> {
  if (against === 'scripted') return scriptedWorld;
  const sources = calledSources(environment.definition.config);
  if (against === 'http') {
    const { createHttpWorld } = await import('./http/create-http-world.ts');
    return createHttpWorld({ sources, descriptionOf });
  }
  const { createSimulatorWorld } = await import('./simulator/create-simulator-world.ts');
  return createSimulatorWorld({ sources, environment, descriptionOf });
}
