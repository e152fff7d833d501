import { describe, expect } from 'vitest';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

describe.each(versions)('in Arazzo %s', (version) => {
  const { run } = inVersion(version);

  requirement('A-DEF-01 without success criteria a step succeeds with 2xx', async () => {
    const found: number[] = [];
    for (const answer of [200, 204, 302, 404, 500]) {
      const { status } = await run({}, { answers: [answer] });
      if (status === 'completed') found.push(answer);
    }
    expect(found).toEqual([200, 204]);
  });

  requirement('A-DEF-05 a step without outputs has none', async () => {
    const steps = [
      { stepId: 'one' },
      {
        stepId: 'two',
        parameters: [{ name: 'q', in: 'query', value: '$steps.one.outputs.y' }],
      },
    ];
    const { requests, output } = await run({
      steps,
      workflow: { outputs: { y: '$steps.one.outputs.y' } },
    });
    expect(requests[1]?.url).toBe('/two');
    expect(output).toEqual({ status: 'completed', outputs: {} });
  });
});
