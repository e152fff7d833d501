import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { source } from '../helpers/source.ts';

/** The examples of the specification's repository, as published; they are not part of this one. */
const folder = fileURLToPath(
  new URL('../../../shared/spec/examples/1.0.0/', import.meta.url),
);
const isThere = existsSync(folder);

/** Where the examples say that files of the folder are. */
const published =
  'https://raw.githubusercontent.com/OAI/Arazzo-Specification/main/examples/1.0.0/';
const petstore =
  'https://raw.githubusercontent.com/swagger-api/swagger-petstore/master/src/main/resources/openapi.yaml';

/** What the examples use of the pet store. */
const petstoreText = source`
  openapi: 3.0.0
  paths:
    /user/login:
      get:
        operationId: loginUser
        parameters: [{ name: username, in: query }, { name: password, in: query }]
    /pet/findByStatus:
      get:
        parameters: [{ name: status, in: query }]
`;

async function read(url: string): Promise<string> {
  if (url === petstore) return petstoreText;
  const name = url.replace(published, '').replace('./', '');
  return readFileSync(`${folder}${name}`, 'utf8');
}

/** `code path` of everything that is found. */
async function findingsOf(file: string): Promise<readonly string[]> {
  const { diagnostics } = await importArazzo(await read(file), { uri: file, read });
  return diagnostics.map(({ code, path }) => `${code} ${path}`);
}

describe.skipIf(!isThere)(
  `the known defects of the official examples are found (skipped without ${folder})`,
  () => {
    test('ExtendedParametersExample: the description is not there', async () => {
      expect(await findingsOf('ExtendedParametersExample.arazzo.yaml')).toEqual([
        'UNREADABLE_SOURCE /sourceDescriptions/0/url',
      ]);
    });

    test('FAPI-PAR: "PAR" is called "Par"', async () => {
      expect(await findingsOf('FAPI-PAR.arazzo.yaml')).toContain(
        'UNKNOWN_OPERATION /workflows/0/steps/0/operationId',
      );
    });

    test('LoginAndRetrievePets: an operationPath without a method', async () => {
      expect(await findingsOf('LoginAndRetrievePets.arazzo.yaml')).toContain(
        'PATH_WITHOUT_METHOD /workflows/0/steps/1/operationPath',
      );
    });

    test('bnpl: undeclared outputs, a wrong parameter, an output without "outputs"', async () => {
      expect(await findingsOf('bnpl-arazzo.yaml')).toEqual([
        // no total amount; the operation requires it
        'INVALID_PAYLOAD /workflows/0/steps/3/requestBody/payload',
        // redirectAuthToken, which the step itself does not have; the operation calls it otherwise
        'UNKNOWN_PARAMETER /workflows/0/steps/4/parameters/0/name',
        'UNKNOWN_OUTPUT /workflows/0/steps/4/parameters/0/value',
        // loanTransactionId, twice
        'UNKNOWN_OUTPUT /workflows/0/steps/5/parameters/0/value',
        'UNKNOWN_OUTPUT /workflows/0/steps/6/parameters/0/value',
        // "status" by another name
        'INVALID_PAYLOAD /workflows/0/steps/6/requestBody/payload/loanStatus',
        'MISSING_OUTPUTS_KEYWORD /workflows/0/outputs/finalizedPaymentPlan',
      ]);
    });

    test('oauth: no reference is broken; a body lacks a member', async () => {
      expect(await findingsOf('oauth.arazzo.yaml')).toEqual([
        'INVALID_PAYLOAD /workflows/0/steps/1/requestBody/payload',
      ]);
    });

    test('pet-coupons: parameters that the operations do not have', async () => {
      expect(await findingsOf('pet-coupons.arazzo.yaml')).toEqual([
        'UNKNOWN_PARAMETER /workflows/0/steps/0/parameters/0/name',
        'UNKNOWN_PARAMETER /workflows/0/steps/1/parameters/0/name',
      ]);
    });
  },
);
