import { expect, test } from 'vitest';
import { isSameStep } from '../../../../src/testing/against/simulator/same-step.ts';
import type { Step } from '../../../../src/testing/against/simulator/same-step.ts';

function step(more: Partial<Step> = {}): Step {
  return {
    leadsTo: 'poll.waiting',
    transition: { kind: 'action', action: 'again' },
    isPending: false,
    ...more,
  };
}

const pending = { isPending: true, transition: { kind: 'pending' } } as const;

test('the same place for the same reason is the same step', () => {
  expect(isSameStep(step(), step())).toBe(true);
});

test('another place is another step, also of polls', () => {
  expect(isSameStep(step(), step({ leadsTo: 'failed' }))).toBe(false);
  expect(isSameStep(step(pending), step({ ...pending, leadsTo: 'failed' }))).toBe(false);
});

test('another action or kind of transition is another step', () => {
  const { action: _action, ...plain } = { action: '', kind: 'action' } as const;
  expect(isSameStep(step(), step({ transition: { kind: 'next' } }))).toBe(false);
  expect(isSameStep(step(), step({ transition: plain }))).toBe(false);
  expect(isSameStep(step(), step({ transition: undefined }))).toBe(false);
});

test('of polls on pending statuses only the place counts', () => {
  expect(isSameStep(step({ isPending: true }), step(pending))).toBe(true);
  expect(isSameStep(step({ isPending: true }), step({ transition: undefined }))).toBe(
    false,
  );
});

test('where the path says no place the reason decides', () => {
  const inner = step({ leadsTo: undefined });
  expect(isSameStep(inner, step())).toBe(true);
  expect(isSameStep(inner, step({ transition: { kind: 'next' } }))).toBe(false);
});
