import { deserialize } from './deserialize.ts';
import { inputShapes } from './input-shapes.ts';
import type { Operation, OperationInputs } from './operation.ts';
import { ServiceError } from './service-error.ts';
import type { Shape } from './shape.ts';

/**
 * The input of an operation, known to be as the service wants it.
 *
 * @throws `SerializationException` or `ValidationException`, worded like the service's.
 */
export function validateInput<Name extends Operation>(
  operation: Name,
  body: unknown,
): OperationInputs[Name] {
  const shape: Shape = inputShapes[operation];
  const input = deserialize(shape, body);
  const violations = [...findViolations(shape, input, '')];
  if (violations.length > 0) {
    const count = `${violations.length} validation error${violations.length > 1 ? 's' : ''}`;
    throw new ServiceError(
      'ValidationException',
      `${count} detected: ${violations.join('; ')}`,
    );
  }
  return input as OperationInputs[Name];
}

function* findViolations(shape: Shape, value: unknown, path: string): Generator<string> {
  if (value === undefined) {
    yield `Value null at '${path}' failed to satisfy constraint: Member must not be null`;
    return;
  }
  for (const constraint of findBrokenConstraints(shape, value)) {
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    yield `Value '${shown}' at '${path}' failed to satisfy constraint: ${constraint}`;
  }
  yield* findMemberViolations(shape, value, path);
}

function* findMemberViolations(
  shape: Shape,
  value: unknown,
  path: string,
): Generator<string> {
  if (shape.type === 'list') {
    for (const [index, item] of (value as unknown[]).entries()) {
      yield* findViolations(shape.item, item, `${path}.${index + 1}.member`);
    }
  }
  if (shape.type === 'structure') {
    const members = value as Readonly<Record<string, unknown>>;
    for (const [name, member] of Object.entries(shape.required)) {
      yield* findViolations(member, members[name], join(path, name));
    }
    for (const [name, member] of Object.entries(shape.optional)) {
      if (name in members) yield* findViolations(member, members[name], join(path, name));
    }
  }
}

function* findBrokenConstraints(shape: Shape, value: unknown): Generator<string> {
  if (shape.type === 'enum' && !shape.values.includes(value as string)) {
    yield `Member must satisfy enum value set: [${shape.values.join(', ')}]`;
  }
  if (shape.type === 'string' || shape.type === 'list') {
    yield* findBrokenLimits(shape, (value as string | unknown[]).length, 'length');
  }
  if (shape.type === 'integer') yield* findBrokenLimits(shape, value as number, 'value');
  if (shape.type === 'string' && shape.pattern?.test(value as string) === false) {
    yield `Member must satisfy regular expression pattern: ${shape.pattern.source}`;
  }
}

function* findBrokenLimits(
  { min = 0, max = Infinity }: { readonly min?: number; readonly max?: number },
  actual: number,
  noun: 'length' | 'value',
): Generator<string> {
  if (actual > max) yield `Member must have ${noun} less than or equal to ${max}`;
  if (actual < min) yield `Member must have ${noun} greater than or equal to ${min}`;
}

/** The service names members in its messages with a small first letter. */
function join(path: string, name: string): string {
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return path === '' ? member : `${path}.${member}`;
}
