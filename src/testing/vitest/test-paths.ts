import { expect, test } from 'vitest';
import { planPaths } from '../../analysis/paths/plan-paths.ts';
import type { PathOptions } from '../../analysis/paths/plan-paths.ts';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { createPathRunner } from '../run-paths/run-paths.ts';

/**
 * One test for each path of a workflow, named after what happens on it. Call it at the top of a test file
 * or within `describe`. A machine may have services, and what was given to `provide` is tested too.
 *
 * @example
 * ```ts
 * import { importArazzo } from 'arazzo-xstate';
 * import { testPaths } from 'arazzo-xstate/testing/vitest';
 *
 * testPaths((await importArazzo('examples/petstore/buy-a-pet.arazzo.yaml')).workflow('buyPet'));
 * ```
 *
 * @throws ArazzoError `UNKNOWN_MACHINE` for a machine that this library did not make
 */
export function testPaths(
  workflow: LoadedWorkflow | WorkflowMachine,
  options: PathOptions = {},
): void {
  const { paths } = planPaths(workflow, options);
  const runner = createPathRunner(workflow);
  for (const path of paths)
    test(path.name, async () => {
      const { problems } = await runner.run(path);
      expect(problems.map(({ message }) => message)).toEqual([]);
    });
}
