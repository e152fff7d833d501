/** A document with two workflows without sources to read; `broken` adds one with an error. */
export function twoWorkflows({ broken = false } = {}): string {
  return `
arazzo: 1.0.1
info: { title: Pets, version: 1.0.0 }
sourceDescriptions: [{ name: healthlake, url: ./healthlake.yaml, type: openapi }]
workflows:
${workflow('first')}${workflow('second')}${broken ? workflow('third', 'nowhere') : ''}`;
}

function workflow(workflowId: string, goesTo = 'look'): string {
  return `
  - workflowId: ${workflowId}
    inputs: { type: object, properties: { pin: { type: string, format: password } } }
    steps:
      - stepId: look
        operationId: ListFHIRExportJobs
        successCriteria: [{ condition: $statusCode == 200 }]
        onFailure:
          - { name: again, type: goto, stepId: ${goesTo}, criteria: [{ condition: $statusCode == 503 }] }
`;
}
