import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import { sourceUses } from '../../arazzo-import/sources/source-use.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { recogniseHealthLake } from '../../services/healthlake/recognise-health-lake.ts';
import type { ReadDocument } from '../read-document.ts';

/** A diagnostic for each source that the workflow calls and that nobody here can call. */
export function checkServices(
  { imported }: ReadDocument,
  { plan }: ImportedWorkflow,
): readonly Diagnostic[] {
  const { document, units, rangeAt } = imported;
  if (document === undefined) return [];
  return sourceUses(document).flatMap(({ description, operations }) => {
    const { name, path } = description;
    const source = units[0]?.sources.get(name);
    const index = source?.kind === 'openapi' ? source.openapi : undefined;
    if (!Object.hasOwn(plan.sources, name)) return [];
    if (
      recogniseHealthLake({
        operations,
        ...(index === undefined ? {} : { openapi: index }),
      })
    )
      return [];
    return [
      {
        code: 'UNSUPPORTED_SERVICE',
        severity: 'error',
        message: `The operations of "${name}" cannot be called from the command line yet: it is not Amazon HealthLake.`,
        path,
        range: rangeAt(path),
        hint: 'In code, pass a service of your own: workflow.machine({ services: { … } }).',
      },
    ];
  });
}
