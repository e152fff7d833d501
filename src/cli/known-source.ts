import type { SourceOperations, SourceUse } from '../arazzo-import/index.ts';
import { findOperationName } from '../services/aws/find-operation-name.ts';
import { healthLakeOperationIds } from '../services/healthlake/knowledge.ts';
import { recogniseHealthLake } from '../services/healthlake/recognise-health-lake.ts';

/** The operations of a source that is recognised without its description: Amazon HealthLake. */
export function knownSourceFor({ operations }: SourceUse): SourceOperations | undefined {
  return recogniseHealthLake({ operations })
    ? toOperations(healthLakeOperationIds)
    : undefined;
}

/** Operations that an AWS client finds by their ids, in the ways that documents write them. */
function toOperations(operationIds: readonly string[]): SourceOperations {
  const names = new Set(operationIds);
  return {
    operationIds,
    find: (reference) =>
      findOperationName(names, reference) === undefined ? undefined : reference,
  };
}
