import { describe, expect, test } from 'vitest';
import { source } from '../helpers/source.ts';
import { json } from './support/mock-api.ts';
import { isAbsent, readExample } from './support/official-examples.ts';
import { runExample } from './support/run-example.ts';
import type { Ran } from './support/run-example.ts';

/** The document names a description that the specification's repository does not have. */
const animals = source`
  openapi: 3.1.0
  info: { title: Animals, version: '1.0' }
  servers: [{ url: https://zoo.example.com/v1 }]
  paths:
    /animals:
      post:
        operationId: postAnimal
        responses: { '201': { description: It is there }}
    /animals/random:
      get:
        operationId: getRandomAnimal
        responses: { '200': { description: One of them }}
`;

async function run(): Promise<Ran> {
  return runExample({
    document: readExample('1.0.0/ExtendedParametersExample.arazzo.yaml'),
    description: animals,
    descriptionUrl: './animals.yaml',
    expectedServer: 'https://zoo.example.com/v1',
    answers: {
      'POST /animals': () => json({}, { status: 201 }),
      'GET /animals/random': () => json({ name: 'okapi' }),
    },
  });
}

describe.skipIf(isAbsent)('ExtendedParametersExample', () => {
  test('calls both operations and has no outputs', async () => {
    const { output, calls } = await run();
    expect(output).toEqual({ status: 'completed', outputs: {} });
    expect(calls).toEqual([
      'POST https://zoo.example.com/v1/animals',
      'GET https://zoo.example.com/v1/animals/random',
    ]);
  });

  test('sends the parameters of the workflow with each step, and those of a step only there', async () => {
    const { requests } = await run();
    const [post, get] = requests.map(({ headers }) => headers);
    expect(post).toMatchObject({ workflowlevelparamtwo: 'someValue' });
    expect(get).toMatchObject({ workflowlevelparamtwo: 'someValue' });
    expect(post?.['cookie']?.split('; ').toSorted()).toEqual([
      'authentication=SUPER_SECRET',
      'workflowLevelParamOne=someValue',
    ]);
    expect(get?.['cookie']).toBe('workflowLevelParamOne=someValue');
  });
});
