import { describe, expect } from 'vitest';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

describe.each(versions)('in Arazzo %s', (version) => {
  const { run } = inVersion(version);

  requirement('A-WF-07 the defaults of the schema fill in inputs', async () => {
    const inputs = { type: 'object', properties: { q: { type: 'integer', default: 1 } } };
    const parameters = [{ name: 'q', in: 'query', value: '$inputs.q' }];
    const fields = { workflow: { inputs }, steps: [{ stepId: 'one', parameters }] };
    expect((await run(fields)).request.url).toBe('/one?q=1');
    expect((await run(fields, { inputs: { q: 2 } })).request.url).toBe('/one?q=2');
  });
});
