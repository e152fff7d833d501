import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { isAbsent, readExample } from './support/official-examples.ts';

const examples = {
  'ExtendedParametersExample.arazzo.yaml': 1,
  'FAPI-PAR.arazzo.yaml': 1,
  'LoginAndRetrievePets.arazzo.yaml': 1,
  'bnpl-arazzo.yaml': 1,
  'oauth.arazzo.yaml': 3,
  'pet-coupons.arazzo.yaml': 3,
};

describe.skipIf(isAbsent)('the official examples as they are published', () => {
  test.for(Object.entries(examples))('%s becomes machines', async ([name, workflows]) => {
    const text = `${readExample(`1.0.0/${name}`)}\n`;
    const arazzo = await importArazzo(text, { uri: name, allowErrors: true });
    expect(arazzo.workflows).toHaveLength(workflows);
    expect(arazzo.diagnostics.every(({ range }) => range.uri === name)).toBe(true);
    const services = { name: 'nobody', call: () => Promise.reject(new Error('no')) };
    const ids = arazzo.workflows.map((workflow) => workflow.machine({ services }).id);
    expect(ids).toEqual(arazzo.workflows.map(({ workflowId }) => workflowId));
  });
});
