import { describe, expect, test } from 'vitest';
import { findingsOf, hintsOf } from '../support/import-text.ts';

const document = (workflows: readonly object[], sources: readonly object[] = []) => ({
  arazzo: '1.0.1',
  info: { title: 'Test', version: '1.0' },
  sourceDescriptions: [{ name: 'api', url: './api.yaml', type: 'openapi' }, ...sources],
  workflows,
});
const signIn = {
  workflowId: 'sign-in',
  steps: [{ stepId: 'ask', operationId: 'ask', outputs: { t: '$response.body#/t' } }],
  outputs: { token: '$steps.ask.outputs.t' },
};
/** A workflow that calls the one above. */
const calling = (step: object, workflow: object = {}) => ({
  workflowId: 'main',
  steps: [{ stepId: 'in', workflowId: 'sign-in', ...step }],
  ...workflow,
});
const textOf = (step: object, workflow?: object) =>
  JSON.stringify(document([calling(step, workflow), signIn]));
const unknownAt = (path: string) => [
  { code: 'UNKNOWN_OUTPUT', severity: 'warning', path: `/workflows/0/steps/0/${path}` },
];
const misspelled = [{ condition: "$outputs.tokn != ''" }];

describe('outputs that the called workflow does not have', () => {
  test('are found in the outputs of the step, with the nearest name', async () => {
    const text = textOf({ outputs: { mine: '$outputs.tokn' } });

    expect(await findingsOf(text)).toMatchObject(unknownAt('outputs/mine'));
    expect(await hintsOf(text)).toEqual(['Did you mean "$outputs.token"?']);
  });

  test('are found in criteria, also of actions', async () => {
    const onSuccess = [{ name: 'done', type: 'end', criteria: misspelled }];

    expect(await findingsOf(textOf({ successCriteria: misspelled }))).toMatchObject(
      unknownAt('successCriteria/0/condition'),
    );
    expect(await findingsOf(textOf({ onSuccess }))).toMatchObject(
      unknownAt('onSuccess/0/criteria/0/condition'),
    );
  });

  test('are found where it stands in another document', async () => {
    const source = { name: 'auth', url: 'auth.arazzo.json', type: 'arazzo' };
    const workflowId = '$sourceDescriptions.auth.sign-in';
    const step = calling({ workflowId, outputs: { mine: '$outputs.tokn' } });
    const read = async (): Promise<string> => JSON.stringify(document([signIn]));
    const found = await findingsOf(JSON.stringify(document([step], [source])), { read });

    expect(found.filter(({ code }) => code === 'UNKNOWN_OUTPUT')).toMatchObject(
      unknownAt('outputs/mine'),
    );
  });
});

describe('no false alarm', () => {
  test('for those that it has, and members of them', async () => {
    const outputs = { a: '$outputs.token', b: '$outputs.token#/value' };

    expect(await findingsOf(textOf({ outputs }))).toEqual([]);
  });

  test('for actions that the workflow has for all of its steps', async () => {
    const successActions = [{ name: 'done', type: 'end', criteria: misspelled }];

    expect(await findingsOf(textOf({}, { successActions }))).toEqual([]);
  });
});
