import type { ShownWorkflow } from '../../testing/reports/shown-workflow.ts';
import { toJsonText } from '../to-json-text.ts';

/**
 * Workflows and their paths as one JSON object, piece by piece: all paths of a long workflow are longer
 * than a text can be.
 *
 * @param more - other members of the object
 * @yields pieces of the text, in order
 */
export function* jsonReport(
  workflows: readonly ShownWorkflow[],
  more: object = {},
): Generator<string> {
  yield '{\n  "workflows": [';
  for (const [index, workflow] of workflows.entries()) {
    yield index === 0 ? '\n    ' : ',\n    ';
    yield* workflowReport(workflow);
  }
  yield workflows.length === 0 ? ']' : '\n  ]';
  for (const [name, value] of Object.entries(more))
    yield `,\n  ${JSON.stringify(name)}: ${indented(value, '  ')}`;
  yield '\n}\n';
}

function* workflowReport({
  workflowId,
  paths,
  ...rest
}: ShownWorkflow): Generator<string> {
  const indent = '      ';
  yield `{\n${indent}"workflowId": ${indented(workflowId, indent)},\n${indent}"paths": [`;
  for (const [index, path] of paths.entries())
    yield `${index === 0 ? '' : ','}\n${indent}  ${indented(path, `${indent}  `)}`;
  yield paths.length === 0 ? ']' : `\n${indent}]`;
  for (const [name, value] of Object.entries(rest))
    yield `,\n${indent}${JSON.stringify(name)}: ${indented(value, indent)}`;
  yield '\n    }';
}

function indented(value: unknown, indent: string): string {
  return toJsonText(value).trimEnd().replaceAll('\n', `\n${indent}`);
}
