import { describe, expect } from 'vitest';
import type { ImportOptions } from '../../src/index.ts';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

describe.each(versions)('in Arazzo %s', (version) => {
  const { run } = inVersion(version);

  const accepted = async (options: ImportOptions): Promise<readonly number[]> => {
    const found: number[] = [];
    const operation = { at: 'GET /one', responses: { 200: {}, 404: {} } };
    for (const answer of [200, 204, 302, 404, 500]) {
      const setup = { answers: [answer], options, operations: { one: operation } };
      if ((await run({}, setup)).status === 'completed') found.push(answer);
    }
    return found;
  };

  requirement('A-DEF-01 what succeeds without criteria can be chosen', async () => {
    expect(await accepted({ successWithoutCriteria: '2xx' })).toEqual([200, 204]);
    expect(await accepted({ successWithoutCriteria: 'documented' })).toEqual([200, 404]);
    expect(await accepted({ successWithoutCriteria: 'always' })).toHaveLength(5);
  });
});
