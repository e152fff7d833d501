import { describe, expect, test } from 'vitest';
import { stepLines } from '../../../src/cli/run/step-line.ts';
import type { StepLineSetting } from '../../../src/cli/run/step-line.ts';
import type { StepProgress } from '../../../src/cli/run/step-progress.ts';

const begin = Date.UTC(2026, 0, 1);

const create: StepProgress = {
  stepId: 'createDatastore',
  operation: 'CreateFHIRDatastore',
  state: 'done',
  calls: 1,
  attempt: 1,
  statusCode: 200,
  beganAt: begin,
  endedAt: begin,
};

const poll: StepProgress = {
  stepId: 'pollDatastore',
  operation: 'DescribeFHIRDatastore',
  state: 'waiting',
  calls: 6,
  attempt: 1,
  statusCode: 200,
  status: 'CREATING',
  goal: 'ACTIVE',
  beganAt: begin,
  wait: { reason: 'poll', until: begin + 342_000 },
};

const start: StepProgress = {
  stepId: 'startExportJob',
  operation: 'StartFHIRExportJob',
  state: 'idle',
  calls: 0,
  attempt: 0,
};

function draw(
  columns: number,
  setting: Partial<StepLineSetting> = {},
): readonly string[] {
  return stepLines([create, poll, start], {
    style: (_look, text) => text,
    columns,
    now: begin + 300_000,
    frame: 0,
    stopped: false,
    hide: (text) => text,
    ...setting,
  });
}

function withoutStatus(text: string): string {
  return text.replaceAll('CREATING', '[redacted]');
}

describe('the lines of the steps', () => {
  test('say what each saw, waits for, does next and how long it takes', () => {
    expect(draw(80)).toEqual([
      '✔ createDatastore   0:00  200',
      '⠋ pollDatastore     5:00  CREATING · waits for ACTIVE · polls again in 42 s',
      '· startExportJob',
    ]);
  });

  test('name the operations where there is room', () => {
    expect(draw(120)[1]).toBe(
      '⠋ pollDatastore    DescribeFHIRDatastore   5:00  CREATING · waits for ACTIVE · polls again in 42 s · call 6',
    );
  });

  test('keep to the essential in 40 columns', () => {
    expect(draw(40)).toEqual([
      '✔ createDatast…   0:00  200',
      '⠋ pollDatastore   5:00  CREATING · 42 s',
      '· startExportJ…',
    ]);
  });

  test.each([28, 40, 60, 70, 80, 100, 120])('fit into %d columns', (columns) => {
    const widths = draw(columns).map((line) => line.length);

    expect(Math.max(...widths)).toBeLessThan(columns);
  });

  test('stand still when the run was stopped', () => {
    expect(draw(80, { stopped: true })[1]).toBe(
      '■ pollDatastore     5:00  CREATING · stopped',
    );
  });

  test('hold nothing that steers a terminal', () => {
    const operation = '/paths/~1\u001b[2J\n/post';
    const [line] = stepLines([{ ...create, operation }], {
      style: (_look, text) => text,
      columns: 120,
      now: begin,
      frame: 0,
      stopped: false,
      hide: (text) => text,
    });
    expect(line).not.toMatch(/\p{Cc}/u);
  });

  test('hold no secret', () => {
    expect(draw(80, { hide: withoutStatus }).join('\n')).not.toContain('CREATING');
  });
});
