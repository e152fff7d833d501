import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';
import type { Ran, RunSetup } from './support/run.ts';

const { errors, run } = inVersion('1.1.0');

function send(
  parameters: readonly Fields[],
  inputs: RunSetup['inputs'] = {},
): Promise<Ran> {
  return run({ steps: [{ stepId: 'one', parameters }] }, { inputs });
}

const whole = (value: unknown): Fields => ({ name: 'all', in: 'querystring', value });

describe('in Arazzo 1.1', () => {
  requirement('B-PARAM-01 a query string is sent as it is', async () => {
    expect((await send([whole('filter=active&limit=5')])).request.url).toBe(
      '/one?filter=active&limit=5',
    );
    expect((await send([whole('q={$inputs.q}&a/b')], { q: 'x' })).request.url).toBe(
      '/one?q=x&a/b',
    );
  });

  requirement('B-PARAM-02 a query string is a text', async () => {
    for (const q of [5, { a: 1 }]) {
      const { output, requests } = await send([whole('$inputs.q')], { q });
      expect(requests).toEqual([]);
      expect(output).toMatchObject({
        status: 'failed',
        failure: { error: { type: 'INVALID_REQUEST' } },
      });
    }
  });

  requirement('B-PARAM-03 a query string is all there is of the query', async () => {
    const both = [whole('a=1'), { name: 'b', in: 'query', value: 2 }];
    const found = await errors({ steps: [{ stepId: 'one', parameters: both }] });
    expect(found).toEqual([expect.stringContaining('/workflows/0/steps/0/parameters')]);
  });
});
