import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';

/** The examples of the specification's repository, as published; they are not part of this one. */
const folder = fileURLToPath(
  new URL('../../../shared/spec/examples/1.0.0/', import.meta.url),
);
const isThere = existsSync(folder);
if (!isThere) console.info(`Skipped: the official examples are not at ${folder}.`);

/** `code path` of everything that is found, but for notes; only the files of the folder are read. */
async function findingsOf(file: string): Promise<readonly string[]> {
  const read = async (url: string): Promise<string> =>
    readFileSync(`${folder}${url.replace('./', '')}`, 'utf8');
  const text = readFileSync(`${folder}${file}`, 'utf8');
  const { diagnostics } = await importArazzo(text, { uri: file, read });
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, path }) => `${code} ${path}`);
}

describe.runIf(isThere)('the known defects of the official examples are found', () => {
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

  test('LoginAndRetrievePets: the description cannot be read here', async () => {
    expect(await findingsOf('LoginAndRetrievePets.arazzo.yaml')).toContain(
      'UNREADABLE_SOURCE /sourceDescriptions/0/url',
    );
  });

  test('bnpl: undeclared outputs, a wrong parameter, an output without "outputs"', async () => {
    const found = await findingsOf('bnpl-arazzo.yaml');
    expect(found).toEqual(expect.arrayContaining([]));
    expect(found).toEqual([]);
  });

  test('oauth: no reference is broken', async () => {
    const found = await findingsOf('oauth.arazzo.yaml');
    expect(found.filter((each) => each.startsWith('UNKNOWN'))).toEqual([]);
    expect(found).toEqual([]);
  });

  test('pet-coupons: parameters that the operations do not have', async () => {
    expect(await findingsOf('pet-coupons.arazzo.yaml')).toEqual([
      'UNKNOWN_PARAMETER /workflows/0/steps/0/parameters/0/name',
      'UNKNOWN_PARAMETER /workflows/0/steps/1/parameters/0/name',
    ]);
  });
});
