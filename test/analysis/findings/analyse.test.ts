import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/analysis/findings/index.ts';
import { importDocument } from '../../../src/arazzo-import/index.ts';
import { documentOf, placesOf } from './support/find.ts';
import { end, step } from './support/step.ts';

const ignore = 'x-arazzo-xstate-ignore';

/** The analysis of a workflow whose second step is not reached. */
async function analyseWith(rest: object, options = {}) {
  const steps = [step('a', { onSuccess: [end('stop')] }), step('b', rest)];
  return analyse(await importDocument(documentOf(steps)), options);
}

/** Without what importing says of the source that is not there. */
function relevant(diagnostics: Parameters<typeof placesOf>[0]): readonly string[] {
  return placesOf(diagnostics.filter(({ code }) => code !== 'UNREADABLE_SOURCE'));
}

describe('x-arazzo-xstate-ignore', () => {
  test('silences at its place and says why', async () => {
    const { diagnostics, suppressed } = await analyseWith({
      [ignore]: { UNREACHABLE_STEP: 'kept for later' },
    });

    expect(relevant(diagnostics)).toEqual([]);
    expect(suppressed).toMatchObject([
      { code: 'UNREACHABLE_STEP', justification: 'kept for later' },
    ]);
  });

  test('without a reason silences nothing and is reported', async () => {
    const { diagnostics } = await analyseWith({ [ignore]: { UNREACHABLE_STEP: '' } });

    expect(relevant(diagnostics)).toEqual([
      'UNREACHABLE_STEP /steps/1',
      `INVALID_IGNORE /steps/1/${ignore}/UNREACHABLE_STEP`,
    ]);
  });

  test('with a misspelled code names the nearest one', async () => {
    const { diagnostics } = await analyseWith({ [ignore]: { UNREACHABLE_STEPS: 'x' } });
    const [found] = diagnostics.filter(({ code }) => code === 'INVALID_IGNORE');

    expect(found?.hint).toBe('Did you mean "UNREACHABLE_STEP"?');
    const { range } = found ?? {};
    const length = (range?.end ?? 0) - (range?.start ?? 0);
    expect(length).toBe('"UNREACHABLE_STEPS"'.length);
  });

  test('that silences nothing is reported', async () => {
    const { diagnostics } = await analyseWith({ [ignore]: { ENDLESS_LOOP: 'x' } });

    expect(relevant(diagnostics)).toContain(
      `UNUSED_IGNORE /steps/1/${ignore}/ENDLESS_LOOP`,
    );
  });

  test('cannot silence an error', async () => {
    const { diagnostics, suppressed } = await analyseWith({
      onFailure: [{ name: 'x', type: 'goto', stepId: 'nowhere' }],
      [ignore]: { UNKNOWN_STEP: 'x' },
    });

    expect(suppressed).toEqual([]);
    expect(relevant(diagnostics)).toEqual(
      expect.arrayContaining([
        'UNKNOWN_STEP /steps/1/onFailure/0/stepId',
        `UNUSED_IGNORE /steps/1/${ignore}/UNKNOWN_STEP`,
      ]),
    );
  });
});

describe('severities', () => {
  test('are what the caller says', async () => {
    const { diagnostics } = await analyseWith(
      {},
      { severities: { UNREACHABLE_STEP: 'error' } },
    );

    expect(diagnostics.find(({ code }) => code === 'UNREACHABLE_STEP')?.severity).toBe(
      'error',
    );
  });

  test('may be off', async () => {
    const { diagnostics } = await analyseWith(
      {},
      { severities: { UNREACHABLE_STEP: 'off' } },
    );

    expect(relevant(diagnostics)).toEqual([]);
  });

  test('of errors cannot be changed', async () => {
    const rest = { onFailure: [{ name: 'x', type: 'goto', stepId: 'nowhere' }] };
    const { diagnostics } = await analyseWith(rest, {
      severities: { UNKNOWN_STEP: 'off' },
    });

    expect(diagnostics.find(({ code }) => code === 'UNKNOWN_STEP')?.severity).toBe(
      'error',
    );
  });
});

test('a document that is none has what importing found', async () => {
  const { diagnostics } = await analyse(await importDocument('a: ['));

  expect(diagnostics.map(({ code }) => code)).toEqual(['YAML_SYNTAX']);
});
