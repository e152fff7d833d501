import { describe, expect, test } from 'vitest';
import { source } from '../helpers/source.ts';
import { json } from './support/mock-api.ts';
import { isAbsent, readExample, withoutDefects } from './support/official-examples.ts';
import { runExample } from './support/run-example.ts';
import type { Ran } from './support/run-example.ts';

/** What the workflow needs of the description that is on the internet. */
const petStore = source`
  openapi: 3.0.4
  info: { title: Pets, version: '1.0' }
  servers: [{ url: /api/v3 }]
  paths:
    /user/login:
      get:
        operationId: loginUser
        parameters:
          - { name: username, in: query, schema: { type: string }}
          - { name: password, in: query, schema: { type: string }}
        responses: { '200': { description: A session }}
    /pet/findByStatus:
      get:
        operationId: findPetsByStatus
        parameters:
          - { name: status, in: query, required: true, schema: { type: string }}
        responses: { '200': { description: Pets }}
`;

const defects = [
  {
    defect: 'the path names no method',
    found: '#/paths/~1pet~1findByStatus',
    put: '#/paths/~1pet~1findByStatus/get',
  },
];
const document = (): string => readExample('1.0.0/LoginAndRetrievePets.arazzo.yaml');
const pets = [{ id: 1, name: 'Rex' }];

async function run(text: string): Promise<Ran> {
  return runExample({
    document: text,
    description: petStore,
    descriptionUrl:
      'https://raw.githubusercontent.com/swagger-api/swagger-petstore/master/src/main/resources/openapi.yaml',
    server: 'https://pets.example.com/api/v3',
    expectedServer: 'https://pets.example.com/api/v3',
    answers: {
      'GET /user/login': () =>
        new Response('session-1', {
          headers: { 'content-type': 'text/plain', 'x-rate-limit': '5000' },
        }),
      'GET /pet/findByStatus': () => json(pets),
    },
    input: { username: 'ann', password: 'p&ss wörd' },
  });
}

const readings = isAbsent
  ? []
  : [
      { name: 'as it is published', text: document() },
      { name: 'with a method in the path', text: withoutDefects(document(), defects) },
    ];

describe.skipIf(isAbsent)('LoginAndRetrievePets', () => {
  test.for(readings)(
    '$name: what the login answered is sent as a header',
    async ({ text }) => {
      const { output, requests } = await run(text);
      expect(output).toEqual({ status: 'completed', outputs: { available: pets } });
      expect(requests).toMatchObject([
        {
          method: 'GET',
          url: 'https://pets.example.com/api/v3/user/login?username=ann&password=p%26ss%20w%C3%B6rd',
        },
        {
          method: 'GET',
          url: 'https://pets.example.com/api/v3/pet/findByStatus?status=available',
          headers: { authorization: 'session-1' },
        },
      ]);
    },
  );
});
