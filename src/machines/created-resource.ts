import type { Scope } from '../expressions/index.ts';
import type { OperationReference } from '../services/service.ts';
import type { StepDefinition } from './definition.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import type { CreatedResource } from './types.ts';
import { valueAt } from './value-at.ts';

/** What an answered call has created, when its service knows that it creates something. */
export function createdBy(
  environment: MachineEnvironment,
  { stepId, operation }: StepDefinition,
  scope: Scope,
): CreatedResource | undefined {
  const creates = knowledgeOf(environment, operation)?.creates;
  if (creates === undefined) return undefined;
  const id = valueAt(scope.response?.body, creates.id);
  if (typeof id !== 'string') return undefined;
  const { resource, look } = creates;
  return {
    stepId,
    operationId: nameOf(operation),
    resource,
    id,
    ...(look === undefined ? {} : { look: fill(look, id, scope) }),
  };
}

/** What a call may have created although its answer never came. */
export function maybeCreatedBy(
  environment: MachineEnvironment,
  { stepId, operation }: StepDefinition,
  scope: Scope,
): CreatedResource | undefined {
  const creates = knowledgeOf(environment, operation)?.creates;
  if (creates === undefined) return undefined;
  const { resource, find } = creates;
  return {
    stepId,
    operationId: nameOf(operation),
    resource,
    ...(find === undefined ? {} : { look: fill(find, '', scope) }),
  };
}

/** Fills `{id}` and `{/pointer/into/the/payload}` into a command that people may copy. */
function fill(command: string, id: string, scope: Scope): string {
  return command.replaceAll(/\{(id|\/[^}]*)\}/gu, (_match, name: string) => {
    const value = name === 'id' ? id : valueAt(scope.request?.body, name);
    return typeof value === 'string' ? quote(value) : `<${name.slice(1)}>`;
  });
}

/** Quotes what a shell would read as more than one plain word. */
function quote(value: string): string {
  return /^[\w./:@=+-]+$/u.test(value)
    ? value
    : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** What an operation is called. */
export function nameOf({ operationId, operationPath }: OperationReference): string {
  return operationId ?? operationPath ?? '';
}
