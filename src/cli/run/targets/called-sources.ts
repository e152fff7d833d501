import type { WorkflowConfig } from '../../../arazzo-import/index.ts';
import { configsIn, invokesIn } from '../../../machines/walk-config.ts';
import type { OperationReference } from '../../../services/service.ts';

/** What a run calls of one source. */
export interface CalledSource {
  /** Names the source in all of the import. */
  readonly key: string;
  readonly operations: readonly OperationReference[];
  /** It has channels that messages go through. */
  readonly hasChannels: boolean;
}

/** The sources that a workflow calls, with those that it gets to, in the order of their first call. */
export function calledSources(config: WorkflowConfig): readonly CalledSource[] {
  const found = new Map<string, { operations: OperationReference[]; channels: number }>();
  const sourceOf = (
    key: string,
  ): { operations: OperationReference[]; channels: number } => {
    const known = found.get(key) ?? { operations: [], channels: 0 };
    found.set(key, known);
    return known;
  };
  for (const { input } of configsIn(config).flatMap(invokesIn)) {
    if ('operation' in input)
      sourceOf(input.operation.source).operations.push(input.operation);
    else if ('channel' in input) sourceOf(input.channel.source).channels += 1;
  }
  return [...found].map(([key, { operations, channels }]) => ({
    key,
    operations,
    hasChannels: channels > 0,
  }));
}
