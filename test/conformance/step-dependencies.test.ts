import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const { errors, findings, run } = inVersion('1.1.0');
const at = '/workflows/0/steps/0';
const needs = (stepId: string, ...dependsOn: string[]): Fields => ({ stepId, dependsOn });
const uses = (stepId: string, other: string): Fields => ({
  stepId,
  parameters: [{ name: 'v', in: 'query', value: `$steps.${other}.outputs.v` }],
});

describe('in Arazzo 1.1', () => {
  requirement('B-DEP-01 a step waits for those it depends on', async () => {
    const steps = [needs('b', 'a'), needs('c', 'b'), { stepId: 'a' }];
    expect((await run({ steps })).paths).toEqual(['/a', '/b', '/c']);
  });

  requirement('B-DEP-01 a dependency does not run what was left out', async () => {
    const onSuccess = [{ name: 'over', type: 'goto', stepId: 'c' }];
    const steps = [{ stepId: 'a', onSuccess }, { stepId: 'b' }, needs('c', 'b')];
    const { paths, status } = await run({ steps });
    expect([paths, status]).toEqual([['/a'], 'failed']);
  });

  requirement('B-DEP-02 a dependency is named in one of three forms', async () => {
    const workflows = (dependsOn: string): readonly Fields[] => [
      { workflowId: 'main', steps: [{ stepId: 'a' }, needs('b', dependsOn)] },
      { workflowId: 'other', steps: [{ stepId: 'o' }] },
    ];
    const place = '/workflows/0/steps/1/dependsOn/0';
    expect(await errors({ workflows: workflows('a') })).toEqual([]);
    expect(await errors({ workflows: workflows('nope') })).toEqual([
      `UNKNOWN_STEP ${place}`,
    ]);
    const elsewhere = await errors({ workflows: workflows('$workflows.other.steps.o') });
    expect(elsewhere.filter((each) => /INVALID|UNKNOWN/u.test(each))).toEqual([]);
    expect(await errors({ workflows: workflows('$workflows.other.steps.x') })).toEqual([
      expect.stringContaining(place),
    ]);
    expect(await errors({ workflows: workflows('$steps.a') }, { strict: true })).toEqual([
      expect.stringContaining(place),
    ]);
  });

  requirement('B-DEP-03 dependencies are some, and each is named once', async () => {
    const found = await findings(
      { steps: [needs('b'), { stepId: 'a' }] },
      { strict: true },
    );
    expect(found).toEqual([
      expect.stringMatching(new RegExp(`^error \\S+ ${at}/dependsOn$`, 'u')),
    ]);
    const twice = [needs('b', 'a', 'a'), { stepId: 'a' }];
    expect(await errors({ steps: twice }, { strict: true })).toEqual([
      expect.stringContaining(`${at}/dependsOn/1`),
    ]);
  });

  requirement(
    'B-DEP-04 B-DEP-05 steps run in an order that satisfies their dependencies',
    async () => {
      const steps = [
        needs('b', 'a'),
        uses('c', 'd'),
        { stepId: 'a' },
        { stepId: 'd', outputs: { v: '$response.body#/v' } },
      ];
      const { requests } = await run({ steps }, { answers: [{ body: { v: 7 } }] });
      expect(requests.map(({ url }) => url)).toEqual(['/a', '/b', '/d', '/c?v=7']);
    },
  );

  requirement(
    'B-DEP-06 without dependencies a reference to a later step is pointed out',
    async () => {
      const steps = [uses('b', 'a'), { stepId: 'a', outputs: { v: '$statusCode' } }];
      expect(await findings({ steps })).toContainEqual(
        expect.stringMatching(new RegExp(`FORWARD_REFERENCE ${at}`, 'u')),
      );
    },
  );

  requirement('B-DEP-07 dependencies in a circle are an error', async () => {
    for (const steps of [[needs('a', 'a')], [needs('a', 'b'), needs('b', 'a')]]) {
      const found = await errors({ steps });
      expect(found[0]).toMatch(/^DEPENDENCY_CYCLE \/workflows\/0\/steps\/\d\/dependsOn/u);
    }
  });
});
