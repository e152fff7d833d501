import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../../support/find.ts';
import { end, goto, step, success } from '../../support/step.ts';

const ok = success('$statusCode == 200');

/** Codes and places that are found in the actions of a first step. */
async function placesIn(rest: object): Promise<readonly string[]> {
  const found = placesOf(await find([step('a', rest), step('b')]));
  return found.filter((place) => /^(?:SHADOWED|CONTRADICTORY)/u.test(place));
}

describe('an action that is never taken', () => {
  test('stands behind one without criteria', async () => {
    const onSuccess = [goto('x', 'b'), end('y', "$response.body#/a == 'A'")];

    expect(await placesIn({ ...ok, onSuccess })).toEqual([
      'SHADOWED_ACTION /steps/0/onSuccess/1',
    ]);
  });

  test('stands behind one with the same criteria or fewer', async () => {
    const onSuccess = [
      end('x', "$response.body#/a == 'A'"),
      goto('y', 'b', "$response.body#/a == 'A'", '$inputs.z == 1'),
    ];

    expect(await placesIn({ ...ok, onSuccess })).toEqual([
      'SHADOWED_ACTION /steps/0/onSuccess/1',
    ]);
  });

  test('stands behind one whose criteria hold whenever its own do', async () => {
    const onFailure = [
      end('x', '$statusCode >= 400'),
      goto('y', 'b', '$statusCode == 404'),
    ];

    expect(await placesIn({ ...ok, onFailure })).toEqual([
      'SHADOWED_ACTION /steps/0/onFailure/1',
    ]);
  });

  test('asks for a status that the success criteria exclude', async () => {
    const onSuccess = [goto('x', 'b', '$statusCode == 404')];

    expect(await placesIn({ ...ok, onSuccess })).toEqual([
      'CONTRADICTORY_CRITERIA /steps/0/onSuccess/0/criteria/0/condition',
    ]);
    expect(await placesIn({ onSuccess })).toHaveLength(1);
  });

  test('asks on failure for what makes the step a success', async () => {
    const onFailure = [goto('x', 'b', '$statusCode == 200')];

    expect(await placesIn({ ...ok, onFailure })).toEqual([
      'CONTRADICTORY_CRITERIA /steps/0/onFailure/0',
    ]);
  });

  test('contradicts itself', async () => {
    const onSuccess = [
      goto('x', 'b', "$response.body#/a == 'A' && $response.body#/a == 'B'"),
    ];

    expect(await placesIn({ ...ok, onSuccess })).toEqual([
      'CONTRADICTORY_CRITERIA /steps/0/onSuccess/0/criteria/0/condition',
    ]);
  });
});

describe('success criteria', () => {
  test('that exclude each other are both named', async () => {
    const criteria = success("$response.body#/a == 'A'", "$response.body#/a == 'B'");
    const [found] = await find([step('a', criteria)]);

    expect(found?.message).toContain(
      "$response.body#/a == 'A' and $response.body#/a == 'B'",
    );
  });

  test('that exclude each other are found', async () => {
    expect(await placesIn(success('$statusCode == 200', '$statusCode == 201'))).toEqual([
      'CONTRADICTORY_CRITERIA /steps/0/successCriteria/1/condition',
    ]);
  });

  test('that leave something are not', async () => {
    expect(await placesIn(success('$statusCode >= 200', '$statusCode < 300'))).toEqual(
      [],
    );
    expect(await placesIn(success('$statusCode == 200 || $statusCode == 201'))).toEqual(
      [],
    );
  });
});

describe('no false alarm', () => {
  test('for a retry that is followed by what is done when it is used up', async () => {
    const onFailure = [{ name: 'r', type: 'retry', retryLimit: 2 }, goto('x', 'b')];

    expect(await placesIn({ ...ok, onFailure })).toEqual([]);
  });

  test('for actions that tell values apart, and one for all others', async () => {
    const onSuccess = [
      end('x', "$response.body#/a == 'A'"),
      goto('y', 'b', "$response.body#/a == 'B'"),
      goto('z', 'b'),
    ];

    expect(await placesIn({ ...ok, onSuccess })).toEqual([]);
  });

  test('for an action of the workflow that a step has overruled', async () => {
    const found = await find([step('a', { onSuccess: [goto('x', 'b')] }), step('b')], {
      workflow: { successActions: [end('all')] },
    });

    expect(placesOf(found)).toEqual([]);
  });

  test('for a success that is more than a status', async () => {
    const criteria = success('$statusCode == 200', "$response.body#/a == 'A'");
    const onFailure = [goto('x', 'b', '$statusCode == 200')];

    expect(await placesIn({ ...criteria, onFailure })).toEqual([]);
  });
});
