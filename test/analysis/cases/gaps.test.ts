import { describe, expect, it } from 'vitest';
import { action, simple } from '../../machines/support/workflow-text.ts';
import { described, object } from './support/described.ts';
import { casesIn } from './support/questions.ts';
import type { Surroundings } from './support/questions.ts';

type Step = Readonly<Record<string, unknown>>;

/** The gaps of a step: whose transition they are, of which kind, and why. */
async function gapsOf(
  step: Step,
  surroundings?: Surroundings,
): Promise<readonly (readonly [string | undefined, string, string])[]> {
  const { gaps } = await casesIn({ steps: [{ stepId: 'call', ...step }] }, surroundings);
  return gaps.map(({ transition: { meta }, kind, why }) => [
    meta?.action ?? meta?.kind,
    kind,
    why,
  ]);
}

describe('the gaps of casesOf', () => {
  it('are actions behind one that takes everything', async () => {
    const onSuccess = [
      action('all', 'end'),
      action('never', 'end', { if: '$statusCode == 200' }),
    ];
    expect(await gapsOf({ onSuccess })).toContainEqual([
      'never',
      'shadowed',
      'the action "all" stands before it and takes every such answer',
    ]);
  });

  it('are actions behind one with the same criteria', async () => {
    const [first, second] = ['first', 'second'].map((name) =>
      action(name, 'end', { if: "$response.body#/a == 'X'" }),
    );
    const gaps = await gapsOf({ onSuccess: [first, second] });
    expect(gaps.map(([name, kind]) => [name, kind])).toEqual([['second', 'shadowed']]);
  });

  it('are no actions behind retries, which are used up in the end', async () => {
    const onFailure = [
      action('retry', 'retry', { retryLimit: 3, retryAfter: 1 }),
      action('give up', 'end'),
    ];
    expect(await gapsOf({ onFailure })).not.toContainEqual(
      expect.arrayContaining(['give up']),
    );
  });

  it.each([
    ["$response.body#/a == 'X' && $response.body#/a == 'Y'", 'no answer meets'],
    ['$statusCode == 404', 'excludes the success criteria'],
    ["$statusCode > 'many'", 'no answer meets'],
  ])(
    'are actions that contradict themselves or the success: %s',
    async (condition, why) => {
      const onSuccess = [action('never', 'end', { if: condition })];
      const step = { successCriteria: [simple('$statusCode == 200')], onSuccess };
      const [gap] = await gapsOf(step);
      expect(gap?.slice(0, 2)).toEqual(['never', 'contradictory']);
      expect(gap?.[2]).toContain(why);
    },
  );

  it('are actions that wait for what the API never answers', async () => {
    const operation = described({ '200': object({ state: { enum: ['A', 'B'] } }) });
    const onSuccess = [action('c', 'end', { if: "$response.body#/state == 'C'" })];
    const [gap] = await gapsOf({ onSuccess }, { more: { operation } });
    expect(gap?.slice(0, 2)).toEqual(['c', 'contradictory']);
    expect(gap?.[2]).toContain('/state: "C" is none of "A", "B"');
  });

  it('are actions whose criteria were decided before', async () => {
    const onSuccess = [action('dog', 'end', { if: "$inputs.species == 'dog'" })];
    const [gap] = await gapsOf({ onSuccess });
    expect(gap).toEqual([
      'dog',
      'unsolved',
      "whether $inputs.species == 'dog' is met is decided before, by $inputs.species",
    ]);
  });

  it('are failure actions for statuses, where there is no answer', async () => {
    const onFailure = [action('gone', 'end', { if: '$statusCode == 404' })];
    const gaps = await gapsOf({ onFailure });
    expect(gaps).toEqual([
      ['gone', 'contradictory', 'without an answer its criteria do not hold'],
    ]);
  });
});
