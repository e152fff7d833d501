/** An object of a document, as JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** What of a document matters to a test; the rest is filled in. */
export interface DocumentFields extends Fields {
  readonly workflows?: readonly Fields[];
  /** The steps of the only workflow, `main`. */
  readonly steps?: readonly Fields[];
  /** Other fields of that workflow. */
  readonly workflow?: Fields;
}

/** Gives you a document as an object; a field that is `undefined` is left out. */
export function toDocument(
  arazzo: string,
  { steps, workflow, workflows, ...fields }: DocumentFields,
): Fields {
  const only = { workflowId: 'main', steps: steps ?? [{ stepId: 'one' }], ...workflow };
  return {
    arazzo,
    info: { title: 'Test', version: '1.0' },
    sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'openapi' }],
    workflows: (workflows ?? [only]).map(withTargets),
    ...fields,
  };
}

const targets = ['operationId', 'operationPath', 'workflowId', 'channelPath'];

function withTargets(workflow: Fields): Fields {
  const { steps } = workflow;
  if (!Array.isArray(steps)) return workflow;
  return { ...workflow, steps: (steps as readonly Fields[]).map(withTarget) };
}

function withTarget(step: Fields): Fields {
  if (targets.some((target) => target in step) || !('stepId' in step)) return step;
  return { operationId: step['stepId'], ...step };
}
