import { expect, test } from 'vitest';
import { find, placesOf } from '../support/find.ts';
import { step, success } from '../support/step.ts';

test('a status code that the service never answers is found', async () => {
  const steps = [step('a', success('$statusCode == 201'))];

  expect(placesOf(await find(steps, { goodStatusesOf: () => [200] }))).toEqual([
    'UNDOCUMENTED_STATUS /steps/0/successCriteria/0/condition',
  ]);
  expect(await find(steps)).toEqual([]);
});

test('a step that wants to be refused has no outputs that others read', async () => {
  const outputs = { id: '$response.body#/id' };
  const parameters = [{ name: 'id', in: 'query', value: '$steps.a.outputs.id' }];
  const refused = step('a', { ...success('$statusCode == 400'), outputs });

  expect(placesOf(await find([refused, step('b', { parameters })]))).toEqual([
    'ERROR_AS_SUCCESS /steps/0/successCriteria/0/condition',
  ]);
  expect(await find([refused, step('b')])).toEqual([]);

  const looking = success('$statusCode == 400', "$response.body#/title == 'Bad'");
  const steps = [step('a', { ...looking, outputs }), step('b', { parameters })];
  expect(await find(steps)).toEqual([]);
});
