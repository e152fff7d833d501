import { expect, test } from 'vitest';
import { planPaths } from '../../analysis/paths/plan-paths.ts';
import type { AnyWorkflow } from '../../analysis/paths/explorable-machine.ts';
import type { PathOptions } from '../../analysis/paths/plan-paths.ts';
import { createPathRunner } from '../run-paths/run-paths.ts';
import type { PathRunnerOptions } from '../run-paths/run-paths.ts';

/** Which paths are tested, and who answers their calls. */
export interface TestPathsOptions extends PathOptions, PathRunnerOptions {}

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
  workflow: AnyWorkflow,
  { against = 'scripted', ...options }: TestPathsOptions = {},
): void {
  const { paths } = planPaths(workflow, options);
  const runner = createPathRunner(workflow, { against });
  for (const path of paths)
    // oxlint-disable-next-line vitest/valid-title -- the name of a path is a text
    test(path.name, async ({ skip }) => {
      const { problems, result, reason } = await runner.run(path);
      skip(result === 'skipped', reason);
      expect(problems.map(({ message }) => message)).toEqual([]);
    });
}
