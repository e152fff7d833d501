import { expect, test } from 'vitest';
import { find, withCode } from '../support/find.ts';
import { goto, step, success } from '../support/step.ts';

const body = "$response.body#/status == 'failed'";
const outputs = { tag: '$response.body#/tag' };
const drop = step('drop', {
  parameters: [{ name: 'tag', in: 'query', value: '$steps.poll.outputs.tag' }],
});

/** Outputs of a poll that may be missing where it has failed for the last time. */
async function missingAfter(onFailure: object) {
  const poll = step('poll', {
    ...success("$response.body#/status != 'failed'"),
    onSuccess: [goto('again', 'poll', "$response.body#/status == 'busy'")],
    onFailure: [onFailure],
    outputs,
  });
  return withCode(await find([poll, drop]), 'OUTPUT_MAY_BE_MISSING');
}

test('an output is there when a failure was found in the body of a good answer', async () => {
  expect(await missingAfter(goto('bad', 'drop', body))).toEqual([]);
});

test('and may be missing after an answer without it', async () => {
  expect(await missingAfter(goto('bad', 'drop', '$statusCode == 409'))).toHaveLength(1);
  expect(
    await missingAfter(goto('bad', 'drop', `$statusCode == 409 && ${body}`)),
  ).toHaveLength(1);
});
