import type { CallEnd } from '../../analysis/paths/path.ts';
import type { CallTemplate, WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import { nameOfCall } from '../../machines/created-resource.ts';
import { configsIn, invokesIn } from '../../machines/walk-config.ts';
import { recogniseHealthLake } from '../../services/healthlake/recognise-health-lake.ts';
import type { OperationReference } from '../../services/service.ts';
import type { OpenApiDescription } from '../../openapi/index.ts';

/** A source whose operations or channels a workflow calls. */
export interface CalledSource {
  readonly name: string;
  readonly hasChannels: boolean;
  readonly operations: readonly CalledOperation[];
}

/** An operation, the step that calls it, and the `X-Amz-Target` that is sent with it. */
interface CalledOperation extends OperationReference {
  readonly stepId: string;
  readonly targetHeader?: string;
}

/** The sources that a workflow calls, with those that it gets to. */
export function calledSources(config: WorkflowConfig): readonly CalledSource[] {
  const operations = new Map<string, CalledOperation[]>();
  const channels = new Set<string>();
  for (const { input } of configsIn(config).flatMap(invokesIn)) {
    if ('channel' in input) channels.add(input.channel.source);
    if (!('operation' in input)) continue;
    const { operation, stepId, parameters } = input;
    const all = operations.get(operation.source) ?? [];
    operations.set(operation.source, all);
    all.push({ ...operation, stepId, ...targetOf(parameters) });
  }
  return [...new Set([...operations.keys(), ...channels])].map((name) => ({
    name,
    hasChannels: channels.has(name),
    operations: operations.get(name) ?? [],
  }));
}

function targetOf(parameters: CallTemplate['parameters']): {
  readonly targetHeader?: string;
} {
  const target = parameters.find(({ name }) => name.toLowerCase() === 'x-amz-target');
  return typeof target?.value === 'string' ? { targetHeader: target.value } : {};
}

/** The source, among these, of the operation that is called. */
export function sourceOf(
  sources: readonly CalledSource[],
  { stepId, call }: CallEnd,
): CalledSource | undefined {
  return sources.find(({ operations }) =>
    operations.some(
      (operation) => operation.stepId === stepId && nameOfCall({ operation }) === call,
    ),
  );
}

/** Whether a source is Amazon HealthLake. */
export function isHealthLake(
  { operations }: CalledSource,
  description: OpenApiDescription | undefined,
): boolean {
  if (operations.length === 0) return false;
  if (description === undefined) return recogniseHealthLake({ operations });
  const { serviceName, servers } = description;
  const openapi = { serviceName, servers: servers.map(({ url }) => url) };
  return recogniseHealthLake({ operations, openapi });
}
