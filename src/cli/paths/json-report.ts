import type { HidePath } from '../../testing/reports/hide-path.ts';
import type { ShownWorkflow } from '../../testing/reports/shown-workflow.ts';
import { toJsonText } from '../to-json-text.ts';

/** What the JSON of paths has besides. */
export interface JsonReportOptions {
  /** Takes out of a path what nobody is to see. */
  readonly hide: HidePath;
  /** Other members of the object. */
  readonly more?: object;
}

/**
 * Workflows and their paths as one JSON object, piece by piece: all paths of a long workflow are longer
 * than a text can be.
 *
 * @yields pieces of the text, in order
 */
export function* jsonReport(
  workflows: readonly ShownWorkflow[],
  { hide, more = {} }: JsonReportOptions,
): Generator<string> {
  yield '{\n  "workflows": [';
  for (const [index, workflow] of workflows.entries()) {
    yield index === 0 ? '\n    ' : ',\n    ';
    yield* workflowReport(workflow, hide);
  }
  yield workflows.length === 0 ? ']' : '\n  ]';
  for (const [name, value] of Object.entries(more))
    yield `,\n  ${JSON.stringify(name)}: ${indented(value, '  ')}`;
  yield '\n}\n';
}

function* workflowReport(
  { workflowId, paths, coverage, uncovered, gone, remarks, cut }: ShownWorkflow,
  hide: HidePath,
): Generator<string> {
  const indent = '      ';
  yield `{\n${indent}"workflowId": ${indented(workflowId, indent)},\n${indent}"paths": [`;
  for (const [index, path] of paths.entries())
    yield `${index === 0 ? '' : ','}\n${indent}  ${indented(hide(path), `${indent}  `)}`;
  yield paths.length === 0 ? ']' : `\n${indent}]`;
  const rest = {
    coverage,
    uncovered: uncovered.map(({ what, why }) => ({ what, why })),
    ...(gone === undefined ? {} : { gone }),
    ...(remarks === undefined ? {} : { remarks }),
    ...(cut === undefined ? {} : { cut }),
  };
  for (const [name, value] of Object.entries(rest))
    yield `,\n${indent}${JSON.stringify(name)}: ${indented(value, indent)}`;
  yield '\n    }';
}

function indented(value: unknown, indent: string): string {
  return toJsonText(value).trimEnd().replaceAll('\n', `\n${indent}`);
}
