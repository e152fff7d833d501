/** Parts of a document, each as YAML lines without indentation. */
interface Parts {
  readonly version?: string;
  readonly root?: string;
  readonly info?: string;
  readonly source?: string;
  /** Added to the workflow. */
  readonly workflow?: string;
  /** In place of `operationId: listPets`. */
  readonly target?: string;
  /** Added to the only step. */
  readonly step?: string;
}

/** JSON Pointers to the parts. */
export const workflowPath = '/workflows/0';
export const stepPath = '/workflows/0/steps/0';

/** Gives you a faultless document with one workflow of one step, and the given parts. */
export function documentWith(parts: Parts = {}): string {
  return `arazzo: ${parts.version ?? '1.0.1'}
info:
${indent(2, parts.info ?? "title: Test\nversion: '1.0'")}
sourceDescriptions:
  - name: pets
${indent(4, parts.source ?? 'url: ./pets.yaml')}
workflows:
  - workflowId: first
${indent(4, parts.workflow)}
    steps:
      - stepId: list
${indent(8, parts.target ?? 'operationId: listPets')}
${indent(8, parts.step)}
${parts.root ?? ''}
`;
}

/** Gives you a faultless document whose step has the parts. */
export function stepWith(step: string, version?: string): string {
  return documentWith(version === undefined ? { step } : { step, version });
}

function indent(width: number, lines = ''): string {
  return lines.replaceAll(/^(?=.)/gm, ' '.repeat(width));
}
