import type { Json } from '../../../src/index.ts';

/** An object of a document, as JSON. */
type Fields = Readonly<Record<string, unknown>>;

/** A workflow, and what of its document matters to a test. */
export interface WorkflowParts extends Fields {
  /** A step without a target calls the operation that is called like it. */
  readonly steps: readonly (Fields & { readonly stepId: string })[];
  readonly workflowId?: string;
  readonly arazzo?: string;
  readonly sources?: readonly Fields[];
  readonly components?: Fields;
}

/** Gives you the text of a document with one workflow. */
export function workflowText({
  arazzo = '1.0.1',
  sources = [{ name: 'api', url: './api.yaml' }],
  components,
  steps,
  ...workflow
}: WorkflowParts): string {
  return JSON.stringify({
    arazzo,
    info: { title: 'Test', version: '1.0' },
    sourceDescriptions: sources,
    workflows: [{ workflowId: 'test', ...workflow, steps: steps.map(withTarget) }],
    ...(components === undefined ? {} : { components }),
  });
}

/** A simple criterion. */
export function simple(condition: string): { readonly condition: string } {
  return { condition };
}

/** A success or failure action. */
export function action(
  name: string,
  type: 'end' | 'goto' | 'retry',
  more: Fields & { readonly if?: string } = {},
): Readonly<Record<string, Json>> {
  const { if: condition, ...rest } = more;
  const criteria = condition === undefined ? {} : { criteria: [simple(condition)] };
  return { name, type, ...criteria, ...rest } as Readonly<Record<string, Json>>;
}

const targets = ['operationId', 'operationPath', 'workflowId', 'channelPath'];

function withTarget(step: Fields & { readonly stepId: string }): Fields {
  return targets.some((target) => target in step)
    ? step
    : { operationId: step.stepId, ...step };
}
