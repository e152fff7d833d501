import type {
  InvokeConfig,
  WorkflowConfig,
} from '../../../arazzo-import/compile/config.ts';
import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { invokesIn } from '../../../machines/walk-config.ts';
import { inputShapes } from '../../../services/healthlake/simulator/input-shapes.ts';
import type { Shape } from '../../../services/healthlake/simulator/shape.ts';
import type { OperationReference } from '../../../services/service.ts';
import type { Operation } from '../../../services/healthlake/simulator/operation.ts';

/** The call of an operation in a config. */
type Call = Extract<InvokeConfig['input'], { readonly operation: OperationReference }>;

/** The operation of HealthLake that a step calls; `undefined` when it is none. */
export type NameOperation = (call: Call) => Operation | undefined;

/** What HealthLake wants of the inputs of a workflow: the shapes of the members that they are used for. */
export type UsedInputs = ReadonlyMap<string, readonly Shape[]>;

/** Finds out what inputs are used for, also in the workflows that are called with them. */
export function usedInputs(
  config: WorkflowConfig,
  nameOperation: NameOperation,
): UsedInputs {
  const { workflows = {} } = config.meta;
  const collect = (each: WorkflowConfig, within: readonly string[]): readonly Use[] =>
    invokesIn(each).flatMap(({ input }): readonly Use[] => {
      if ('operation' in input) return usesOfCall(input, nameOperation(input));
      if (!('workflow' in input) || within.includes(input.workflow.key)) return [];
      const called = workflows[input.workflow.key];
      if (called === undefined) return [];
      const inner = collect(called, [...within, input.workflow.key]);
      return input.reason === 'dependency' ? inner : passedOn(inner, input.inputs);
    });
  const used = new Map<string, Shape[]>();
  for (const { input, shape } of collect(config, []))
    used.set(input, [...(used.get(input) ?? []), shape]);
  return used;
}

interface Use {
  readonly input: string;
  readonly shape: Shape;
}

/** Parameters and members of the body are one input of an AWS operation. */
function usesOfCall(
  { parameters, requestBody }: Call,
  operation: Operation | undefined,
): readonly Use[] {
  if (operation === undefined) return [];
  const shape: Shape = inputShapes[operation];
  const own = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  return [...usesIn(own, shape), ...usesIn(requestBody?.payload ?? null, shape)];
}

function usesIn(value: Json, shape: Shape): readonly Use[] {
  const input = nameOfInput(value);
  if (input !== undefined) return [{ input, shape }];
  if (shape.type === 'list')
    return Array.isArray(value)
      ? value.flatMap((item: Json) => usesIn(item, shape.item))
      : [];
  if (shape.type !== 'structure' || !isObject(value)) return [];
  const members: Readonly<Record<string, Shape>> = {
    ...shape.required,
    ...shape.optional,
  };
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = Object.hasOwn(members, name) ? members[name] : undefined;
    return inner === undefined ? [] : usesIn(member, inner);
  });
}

/** What a called workflow uses its inputs for is what those are used for that they come from. */
function passedOn(
  inner: readonly Use[],
  inputs: Readonly<Record<string, Json>> = {},
): readonly Use[] {
  return inner.flatMap(({ input, shape }) => {
    const from = nameOfInput(inputs[input] ?? null);
    return from === undefined ? [] : [{ input: from, shape }];
  });
}

/** The name in `$inputs.name`, also in braces. */
function nameOfInput(value: Json): string | undefined {
  const match =
    typeof value === 'string' ? /^\{?\$inputs\.([^{}#]+)\}?$/u.exec(value) : null;
  return match?.[1];
}
