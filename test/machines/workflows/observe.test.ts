import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/index.ts';
import { status } from '../support/create-scripted-service.ts';
import {
  byOperation,
  loadWorkflows,
  startLoaded,
  startWorkflows,
} from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

const workflows = [
  { workflowId: 'top', steps: [{ stepId: 'a', workflowId: 'child' }, { stepId: 'z' }] },
  {
    workflowId: 'child',
    steps: [
      { stepId: 'x', onFailure: [action('again', 'retry', { retryAfter: 1 })] },
      { stepId: 'y', onSuccess: [action('go', 'goto', { workflowId: 'other' })] },
    ],
  },
  { workflowId: 'other', steps: [{ stepId: 'o' }] },
];

function outline(events: readonly RunEvent[]): readonly string[] {
  return events.map((event) => {
    if (event.type === 'end') return `end ${event.output.status}`;
    const where = `${event.depth} ${event.workflowId}`;
    if (event.type === 'leave') return `${where} leave ${event.output.status}`;
    return event.type === 'enter'
      ? `${where} enter`
      : `${where} ${event.type} ${event.stepId}`;
  });
}

const afterWait = [
  '1 child call x',
  '1 child answer x',
  '1 child call y',
  '1 child answer y',
  '1 child leave goto',
  '1 other enter',
  '1 other call o',
  '1 other answer o',
  '1 other leave completed',
  '0 top call z',
  '0 top answer z',
  'end completed',
];

describe('what is heard of a run with workflows in it', () => {
  test('says which workflow, and how deep it is', async () => {
    const run = await startWorkflows(workflows, {
      script: byOperation({ x: [status(503), {}] }),
    });
    await run.finish();
    expect(outline(run.events)).toEqual([
      '1 child enter',
      '1 child call x',
      '1 child answer x',
      '1 child wait x',
      ...afterWait,
    ]);
  });

  test('goes on in a restored run', async () => {
    const workflow = await loadWorkflows(workflows);
    const dying = await startLoaded(workflow, {
      script: byOperation({ x: [status(503)] }),
    });
    const snapshot = dying.persisted();
    dying.actor.stop();
    const run = await startLoaded(workflow, { snapshot });
    await run.finish();
    const heard = outline(run.events).filter((line) => !/enter|wait/u.test(line));
    expect(heard).toEqual(afterWait.filter((line) => !line.includes('enter')));
  });

  test('tells that a workflow is left which a limit has stopped', async () => {
    const timed = [
      {
        workflowId: 'top',
        steps: [{ stepId: 'a', workflowId: 'middle', timeout: 1000 }],
      },
      { workflowId: 'middle', steps: [{ stepId: 'b', workflowId: 'child' }] },
      { workflowId: 'child', steps: [{ stepId: 'x' }] },
    ];
    const run = await startWorkflows(timed, {
      document: { arazzo: '1.1.0' },
      script: ['silence'],
    });
    await run.advance(1000);
    expect(outline(run.events)).toEqual([
      '1 middle enter',
      '2 child enter',
      '2 child call x',
      '2 child leave failed',
      '1 middle leave failed',
      'end failed',
    ]);
  });
});
