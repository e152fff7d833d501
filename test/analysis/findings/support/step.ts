/** A step that calls an operation, with whatever else it has. */
export function step(stepId: string, rest: object = {}): object {
  return { stepId, operationId: stepId, ...rest };
}

/** A success or failure action that goes to a step. */
export function goto(name: string, stepId: string, ...conditions: string[]): object {
  return { name, type: 'goto', stepId, ...criteria(conditions) };
}

/** A success or failure action that ends the workflow. */
export function end(name: string, ...conditions: string[]): object {
  return { name, type: 'end', ...criteria(conditions) };
}

function criteria(conditions: readonly string[]): object {
  return conditions.length === 0
    ? {}
    : { criteria: conditions.map((condition) => ({ condition })) };
}

/** Success criteria of type `simple`. */
export function success(...conditions: string[]): object {
  return { successCriteria: conditions.map((condition) => ({ condition })) };
}

/** A criterion of type `jsonpath` about the body. */
export function inBody(condition: string): object {
  return { context: '$response.body', type: 'jsonpath', condition };
}

/** An OpenAPI description with an operation whose answer has a schema, and one called `next`. */
export function apiWith(operationId: string, schema: object, rest: object = {}): string {
  const content = { 'application/json': { schema } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: {
      '/x': {
        get: { operationId, responses: { 200: { description: '', content } }, ...rest },
      },
      '/next': { get: { operationId: 'next', responses: { 200: { description: '' } } } },
    },
  });
}

/** A schema of an object with a status that has these values. */
export function statusSchema(...values: string[]): object {
  return {
    type: 'object',
    properties: { status: { type: 'string', enum: values }, count: { type: 'integer' } },
  };
}
