import { describe, expect } from 'vitest';
import type { Fields } from './support/document.ts';
import { inVersion } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

const { errors, run } = inVersion('1.1.0');
const at = '/workflows/0/steps/0/onSuccess/0';
const a = { name: 'a', value: '$steps.one.outputs.v' };
const one = { stepId: 'one', outputs: { v: '$response.body#/v' } };

/** A workflow that sends its input `a`. */
const other: Fields = {
  workflowId: 'other',
  inputs: { type: 'object', properties: { a: {} } },
  steps: [{ stepId: 'o', parameters: [{ name: 'a', in: 'query', value: '$inputs.a' }] }],
};
const toOther = (...parameters: Fields[]): Fields => ({
  name: 'over',
  type: 'goto',
  workflowId: 'other',
  parameters,
});
const workflows = (step: Fields): readonly Fields[] => [
  { workflowId: 'main', steps: [{ ...one, ...step }] },
  other,
];
const errorsOf = (action: Fields, components: Fields = {}): Promise<readonly string[]> =>
  errors({ components, workflows: workflows({ onSuccess: [action] }) });

describe('in Arazzo 1.1', () => {
  requirement(
    'B-ACT-01 B-PARAM-05 parameters of an action are inputs of its workflow',
    async () => {
      for (const step of [
        { onSuccess: [toOther(a)] },
        { onFailure: [toOther(a)], successCriteria: [{ condition: '$statusCode == 1' }] },
      ]) {
        const { requests } = await run(
          { workflows: workflows(step) },
          { answers: [{ body: { v: 7 } }, 200] },
        );
        expect(requests.map(({ url }) => url)).toEqual(['/one', '/o?a=7']);
      }
    },
  );

  requirement('B-ACT-02 a parameter of an action has no place', async () => {
    expect(await errorsOf(toOther({ ...a, in: 'query' }))).toEqual([
      expect.stringContaining(`${at}/parameters/0/in`),
    ]);
  });

  requirement(
    'B-ACT-03 a parameter of an action is there once, and may be a reference',
    async () => {
      expect(await errorsOf(toOther(a, { ...a, value: 2 }))).toEqual([
        expect.stringMatching(new RegExp(`^DUPLICATE_NAME ${at}/parameters/1`, 'u')),
      ]);
      const components = {
        parameters: { a: { name: 'a', value: 5 } },
        successActions: { a: { name: 'a', type: 'end' } },
      };
      const reference = (section: string): Fields => ({
        reference: `$components.${section}.a`,
      });
      expect(await errorsOf(toOther(reference('parameters')), components)).toEqual([]);
      expect(await errorsOf(toOther(reference('successActions')), components)).toEqual([
        expect.stringContaining(`${at}/parameters/0/reference`),
      ]);
      const { requests } = await run({
        components,
        workflows: workflows({ onSuccess: [toOther(reference('parameters'))] }),
      });
      expect(requests[1]?.url).toBe('/o?a=5');
    },
  );

  requirement('B-ACT-04 parameters need a workflow that takes them', async () => {
    const action = { name: 'x', type: 'goto', stepId: 'one', parameters: [a] };
    expect(await errorsOf(action)).toEqual([expect.stringContaining(`${at}/parameters`)]);
  });

  requirement('B-ACT-05 the workflow of a retry gets its parameters', async () => {
    const onFailure = [
      { ...toOther({ name: 'a', value: '$statusCode' }), type: 'retry' },
    ];
    const { requests } = await run(
      { workflows: workflows({ onFailure }) },
      { answers: [401, 200, 200] },
    );
    expect(requests.map(({ url }) => url)).toEqual(['/one', '/o?a=401', '/one']);
  });
});
