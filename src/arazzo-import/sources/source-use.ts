import { defined } from '../defined.ts';
import type { ArazzoDocument, SourceDescription, Step } from '../document.ts';
import { parseOperationId, parseOperationPath } from '../link/operation-reference.ts';

/** A source description and how the document uses it; enough to tell what API it is. */
export interface SourceUse {
  /** Names it in all of the import: its name, after that of its document if that is another one. */
  readonly source: string;
  readonly description: SourceDescription;
  readonly operations: readonly OperationUse[];
}

/** How a step names an operation. */
interface OperationUse {
  readonly operationId?: string;
  readonly operationPath?: string;
  /** The value of the header parameter `X-Amz-Target`. */
  readonly targetHeader?: string;
}

/**
 * What the steps of a document call, by source. An id that names no source may belong to any API
 * description (A-STEP-07, A-STEP-10).
 */
export function sourceUses({
  sourceDescriptions,
  workflows,
}: ArazzoDocument): readonly SourceUse[] {
  const uses = workflows.flatMap(({ steps }) => steps.flatMap(operationUse));
  return sourceDescriptions.map((description) => ({
    source: description.name,
    description,
    operations: uses
      .filter(({ source }) =>
        source === undefined
          ? description.type !== 'arazzo'
          : source === description.name,
      )
      .map(({ use }) => use),
  }));
}

function operationUse(
  step: Step,
): readonly { source: string | undefined; use: OperationUse }[] {
  const reference =
    parseOperationId(step.operationId ?? '') ??
    parseOperationPath(step.operationPath ?? '');
  const operationId = reference?.operationId ?? step.operationId;
  if (reference === undefined && operationId === undefined) return [];
  const operationPath = reference?.operationPath;
  const targetHeader = targetHeaderOf(step);
  return [
    {
      source: reference?.source,
      use: defined({ operationId, operationPath, targetHeader }),
    },
  ];
}

function targetHeaderOf({ parameters }: Step): string | undefined {
  for (const parameter of parameters) {
    if (parameter.kind !== 'parameter' || parameter.name.toLowerCase() !== 'x-amz-target')
      continue;
    return typeof parameter.value === 'string' ? parameter.value : undefined;
  }
  return undefined;
}
