/** An object of a document, as JSON. */
type Fields = Readonly<Record<string, unknown>>;

/** A workflow of a document. */
export interface WorkflowFields extends Fields {
  readonly workflowId: string;
  /** A step without a target calls the operation that is called like it. */
  readonly steps: readonly (Fields & { readonly stepId: string })[];
}

const targets = ['operationId', 'operationPath', 'workflowId', 'channelPath'];

/** Gives you the text of a document with several workflows. */
export function documentText(
  workflows: readonly WorkflowFields[],
  document: Fields = {},
): string {
  return JSON.stringify({
    arazzo: '1.0.1',
    info: { title: 'Test', version: '1.0' },
    sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'openapi' }],
    ...document,
    workflows: workflows.map((workflow) => ({
      ...workflow,
      steps: workflow.steps.map((step) =>
        targets.some((target) => target in step)
          ? step
          : { operationId: step.stepId, ...step },
      ),
    })),
  });
}
