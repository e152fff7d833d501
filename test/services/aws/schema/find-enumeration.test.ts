import { expect, test } from 'vitest';

import { findEnumeration } from '../../../../src/services/aws/schema/find-enumeration.ts';

const exported = {
  JobStatus: { DONE: 'DONE' },
  ExecutionStatus: { RUNNING: 'RUNNING' },
  SyncExecutionStatus: { FAILED: 'FAILED' },
  HistoryEventType: { Failed: 'Failed' },
  LogKind: {},
  Limits: { most: 5 },
  Kinds: ['a'],
  Started: Date,
};

test.each([
  ['any structure', 'Anything', 'JobStatus', ['DONE']],
  ['a small letter', 'Anything', 'jobStatus', ['DONE']],
  ['an operation', 'DescribeExecutionOutput', 'status', ['RUNNING']],
  ['an item of a list', 'ExecutionListItem', 'status', ['RUNNING']],
  ['the longer name', 'StartSyncExecutionOutput', 'status', ['FAILED']],
  ['the structure itself', 'HistoryEvent', 'type', ['Failed']],
  ['another member', 'DescribeExecutionOutput', 'type', undefined],
  ['another structure', 'DescribeMapRunOutput', 'status', undefined],
  ['an enumeration without values', 'Anything', 'LogKind', undefined],
  ['an object that is none', 'Anything', 'Limits', undefined],
  ['a list', 'Anything', 'Kinds', undefined],
  ['a class', 'Anything', 'Started', undefined],
  ['what every object has', 'Anything', 'constructor', undefined],
])('%s: %s.%s', (_what, structure, member, values) => {
  expect(findEnumeration(exported, structure, member)).toEqual(values);
});
