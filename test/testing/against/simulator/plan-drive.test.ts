import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../../src/services/healthlake/simulator/operation.ts';
import { planDrive } from '../../../../src/testing/against/simulator/plan-drive.ts';
import type {
  DrivePlan,
  WishedCall,
} from '../../../../src/testing/against/simulator/plan-drive.ts';

const start = call('StartFHIRExportJob');

function call(operation: Operation, more: Partial<WishedCall> = {}): WishedCall {
  return { operation, wish: { kind: 'perform' }, leadsTo: 'next', ...more };
}

function poll(status: string, leadsTo = 'poll.waiting'): WishedCall {
  return call('DescribeFHIRExportJob', { wish: { kind: 'show', status }, leadsTo });
}

function plan(...calls: readonly WishedCall[]): DrivePlan {
  const planned = planDrive(calls);
  if ('impossible' in planned) throw new Error(planned.impossible);
  return planned;
}

function reasonAgainst(...calls: readonly WishedCall[]): string | undefined {
  const planned = planDrive(calls);
  return 'impossible' in planned ? planned.impossible : undefined;
}

function shown({ wishes }: DrivePlan): readonly string[] {
  return wishes.map((wish) => (wish.kind === 'show' ? wish.status : wish.kind));
}

describe('how the simulator is driven', () => {
  test('a job that goes as usual needs no fault', () => {
    expect(plan(start, poll('IN_PROGRESS'), poll('COMPLETED')).faults).toEqual([]);
  });

  test('what ends otherwise is told before it is created, each of them', () => {
    const { faults } = plan(start, poll('COMPLETED'), start, poll('FAILED'));
    const operations = ['StartFHIRExportJob'];
    expect(faults).toEqual([
      { kind: 'outcome', operations, from: 2, to: 2, outcome: 'FAILED' },
    ]);
  });

  test('a start that fails creates nothing', () => {
    const failed = call('StartFHIRExportJob', {
      wish: { kind: 'disturb', effect: '500' },
    });
    const { faults } = plan(failed, start, poll('FAILED'));
    expect(faults).toMatchObject([{ from: 1, to: 1 }]);
  });

  test('a job that waits in line is told so', () => {
    const { faults } = plan(start, poll('QUEUED'), poll('COMPLETED'));
    expect(faults).toMatchObject([{ outcome: 'queued' }]);
  });

  test('pending statuses come in the order in which they come about', () => {
    const planned = plan(start, poll('IN_PROGRESS'), poll('QUEUED'), poll('SUBMITTED'));
    expect(shown(planned)).toEqual(['perform', 'SUBMITTED', 'QUEUED', 'IN_PROGRESS']);
  });

  test('pending statuses that lead elsewhere stay where they are', () => {
    const planned = plan(start, poll('IN_PROGRESS'), poll('QUEUED', 'list'));
    expect(shown(planned)).toEqual(['perform', 'IN_PROGRESS', 'QUEUED']);
  });

  test('other statuses of errors are answered where a path wants one', () => {
    expect(plan(call('ListFHIRExportJobs', { statusCode: 404 })).statusFrom).toBe(
      'model',
    );
    expect(plan(call('ListFHIRExportJobs', { statusCode: 400 })).statusFrom).toBe('wire');
  });

  test('a data store that was there before can be in every status', () => {
    const looks = ['ACTIVE', 'DELETED', 'CREATING'].map((status) =>
      call('DescribeFHIRDatastore', { wish: { kind: 'show', status } }),
    );
    expect(shown(plan(...looks))).toEqual(['ACTIVE', 'DELETED', 'CREATING']);
  });

  test('a deletion begins another part of a life', () => {
    const look = (status: string): WishedCall =>
      call('DescribeFHIRDatastore', { wish: { kind: 'show', status } });
    const calls = [call('CreateFHIRDatastore'), look('ACTIVE')];
    const deletion = [call('DeleteFHIRDatastore'), look('DELETING'), look('DELETED')];
    expect(plan(...calls, ...deletion).faults).toEqual([]);
  });
});

describe('the simulator cannot be driven', () => {
  test('back from an end', () => {
    expect(reasonAgainst(start, poll('FAILED'), poll('COMPLETED'))).toBe(
      'What is FAILED is never COMPLETED after it.',
    );
    expect(reasonAgainst(start, poll('COMPLETED'), poll('QUEUED'))).toBeDefined();
  });

  test('into a status that is none', () => {
    expect(reasonAgainst(start, poll('done!'))).toContain('"done!"');
  });

  test('into a job that nobody has started', () => {
    expect(reasonAgainst(poll('COMPLETED'))).toContain('has not started');
  });
});
