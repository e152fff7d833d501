import { SimulatedClock } from 'xstate';
import { describe, expect } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { createMemoryBroker } from '../../src/testing/index.ts';
import { startMachine } from '../machines/support/start-run.ts';
import { toDocument } from './support/document.ts';
import { requirement } from './support/requirement.ts';

describe('in Arazzo 1.1', () => {
  requirement('B-STEP-11 success criteria see the payload of the message', async () => {
    const sourceDescriptions = [{ name: 'ev', url: './ev.yaml', type: 'asyncapi' }];
    const step = {
      stepId: 'one',
      channelPath: '{$sourceDescriptions.ev.url}#/channels/answers',
      action: 'receive',
      successCriteria: [{ condition: "$message.payload#/status == 'accepted'" }],
    };
    const text = JSON.stringify(
      toDocument('1.1.0', { sourceDescriptions, steps: [step] }),
    );
    for (const [status, ends] of [
      ['accepted', 'completed'],
      ['refused', 'failed'],
    ]) {
      const broker = createMemoryBroker();
      const machine = (await importArazzo(text))
        .workflow()
        .machine({ services: { ev: broker.service } });
      const run = await startMachine(machine, { clock: new SimulatedClock() });
      broker.publish('answers', { payload: { status } });
      await run.advance(0);
      expect((await run.finish()).status).toBe(ends);
    }
  });
});
