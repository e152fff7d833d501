import type { WorkflowReport } from '../../../src/testing/index.ts';
import { runCli } from '../../cli/support/run-cli.ts';
import { pathOf } from './documents.ts';

/** What `test --strict` says about every workflow of a document, and how it ends. */
export interface TestedWorkflows {
  readonly code: number;
  readonly workflows: readonly WorkflowReport[];
}

/** Runs every path of every workflow of a document. */
export async function testDocument(file: string): Promise<TestedWorkflows> {
  const { code, stdout } = await runCli(['test', pathOf(file), '--strict', '--json']);
  const { workflows } = JSON.parse(stdout) as Pick<TestedWorkflows, 'workflows'>;
  return { code, workflows };
}

/** The paths that did not pass, with what was not right. */
export function failuresIn({ workflows }: TestedWorkflows): readonly string[] {
  return workflows.flatMap(({ workflowId, paths }) =>
    paths
      .filter(({ result }) => result !== 'passed')
      .map(({ name, problems }) =>
        [`${workflowId}: ${name}`, ...problems.map(({ message }) => message)].join('\n'),
      ),
  );
}

/** What no path goes through, with the reason. */
export function uncoveredIn({ workflows }: TestedWorkflows): readonly string[] {
  return workflows.flatMap(({ workflowId, uncovered }) =>
    uncovered.map(({ what, why }) => `${workflowId}: ${what}: ${why}`),
  );
}
