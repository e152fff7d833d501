import type { ServiceFacts } from '../../analysis/findings/index.ts';
import type { ImportedDocument } from '../../arazzo-import/index.ts';
import { sourceUses } from '../../arazzo-import/sources/source-use.ts';
import { findOperationName } from '../../services/aws/find-operation-name.ts';
import {
  healthLakeKnowledge,
  healthLakeOperationIds,
} from '../../services/healthlake/knowledge.ts';
import { recogniseHealthLake } from '../../services/healthlake/recognise-health-lake.ts';
import type { OperationReference } from '../../services/service.ts';

/** What is known about the operations of a document without asking anybody: those of Amazon HealthLake. */
export async function serviceFactsFor({
  units,
}: ImportedDocument): Promise<ServiceFacts> {
  const known = new Set(units.flatMap(healthLakeSources));
  if (known.size === 0) return {};
  // The client is large, and most documents need none. It is not made: it would warn about old Nodes.
  const healthLake = await import('@aws-sdk/client-healthlake');
  const { awsSchemas } = await import('../../services/aws/schema/aws-schemas.ts');
  const names = new Set<string>(healthLakeOperationIds);
  const nameOf = (operation: OperationReference): string | undefined =>
    known.has(operation.source) ? findOperationName(names, operation) : undefined;
  return {
    knowledgeOf: (operation) => healthLakeKnowledge[nameOf(operation) ?? ''],
    schemasOf: (operation) => {
      const name = nameOf(operation);
      const schemas = name === undefined ? undefined : awsSchemas(healthLake, name);
      return schemas && { input: schemas.input, answer: schemas.output };
    },
    // AWS's JSON protocols have no other.
    goodStatusesOf: (operation) => (nameOf(operation) === undefined ? undefined : [200]),
  };
}

/** The keys of the sources that are HealthLake. */
function healthLakeSources({
  document,
  sources,
}: ImportedDocument['units'][number]): readonly string[] {
  return sourceUses(document).flatMap(({ description, operations }) => {
    const source = sources.get(description.name);
    if (source?.kind !== 'openapi') return [];
    const { openapi, key } = source;
    const traits = { operations, ...(openapi === undefined ? {} : { openapi }) };
    return recogniseHealthLake(traits) ? [key] : [];
  });
}
