import type { StepMeta } from '../arazzo-import/compile/config.ts';
import type { CreatedKnowledge, OperationReference } from '../services/service.ts';
import type { CreatedResource } from './types.ts';
import { valueAt } from './value-at.ts';

/** The call that creates something. */
export interface CreatingCall {
  readonly stepId: string;
  readonly operation: OperationReference;
  /** What was sent; its members may be needed to look at what was created. */
  readonly payload: unknown;
}

/** What an answered call has created; `undefined` when the answer names nothing. */
export function createdBy(
  { id: pointer, resource, look }: CreatedKnowledge,
  call: CreatingCall,
  body: unknown,
): CreatedResource | undefined {
  const id = valueAt(body, pointer);
  if (typeof id !== 'string') return undefined;
  return { ...identify(call, resource), id, ...withLook(look, call, id) };
}

/** What a call may have created although its answer never came. */
export function maybeCreatedBy(
  { resource, find }: CreatedKnowledge,
  call: CreatingCall,
): CreatedResource {
  return { ...identify(call, resource), ...withLook(find, call, '') };
}

/**
 * Adds what a call has created. Within a visit of a step the token stays the same, so that a call
 * whose answer was lost has created what another one names.
 */
export function addCreated(
  before: readonly CreatedResource[],
  resource: CreatedResource,
  { sameVisit }: { readonly sameVisit: boolean },
): readonly CreatedResource[] {
  const index = before.findLastIndex(
    ({ stepId, operationId, id }) =>
      stepId === resource.stepId &&
      operationId === resource.operationId &&
      (id === undefined || resource.id === undefined ? sameVisit : id === resource.id),
  );
  if (index === -1) return [...before, resource];
  return resource.id === undefined ? before : before.with(index, resource);
}

/** Adds what the workflows have created that a step has called. */
export function mergeCreated(
  before: readonly CreatedResource[],
  after: readonly CreatedResource[],
  sameVisit: boolean,
): readonly CreatedResource[] {
  return after.reduce(
    (created, resource) => addCreated(created, resource, { sameVisit }),
    before,
  );
}

/** What an operation is called. */
export function nameOf({ operationId, operationPath }: OperationReference): string {
  return operationId ?? operationPath ?? '';
}

/** What a step calls, in a word. */
export function nameOfCall({
  operation,
  workflow,
  channel,
}: Pick<StepMeta, 'operation' | 'workflow' | 'channel'>): string {
  if (workflow !== undefined) return workflow.workflowId;
  if (operation !== undefined) return nameOf(operation);
  return channel?.operationId ?? channel?.address ?? channel?.channelPath ?? '';
}

function identify(
  { stepId, operation }: CreatingCall,
  resource: string,
): Pick<CreatedResource, 'stepId' | 'operationId' | 'resource'> {
  return { stepId, operationId: nameOf(operation), resource };
}

function withLook(
  command: string | undefined,
  { payload }: CreatingCall,
  id: string,
): { readonly look?: string } {
  return command === undefined ? {} : { look: fill(command, id, payload) };
}

/** Fills `{id}` and `{/pointer/into/the/payload}` into a command that people may copy. */
function fill(command: string, id: string, payload: unknown): string {
  return command.replaceAll(/\{(id|\/[^}]*)\}/gu, (_match, name: string) => {
    const value = name === 'id' ? id : valueAt(payload, name);
    return typeof value === 'string' ? quote(value) : `<${name.slice(1)}>`;
  });
}

/** Quotes what a shell would read as more than one plain word. */
function quote(value: string): string {
  return /^[\w./:@=+-]+$/u.test(value)
    ? value
    : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
