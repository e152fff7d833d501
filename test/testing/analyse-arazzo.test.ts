import { expect, test } from 'vitest';
import { healthLakeKnowledge } from '../../src/services/index.ts';
import { analyseArazzo } from '../../src/testing/index.ts';

const example = 'examples/healthlake/start-export-poll-and-list.arazzo.yaml';

test('a file is analysed with the sources that it names', async () => {
  const { diagnostics } = await analyseArazzo(example);
  const codes = diagnostics.map(({ code }) => code);
  expect(codes).toContain('POLL_WITHOUT_DELAY');
  expect(codes).not.toContain('SOURCE_UNREADABLE');
});

test('what services know is taken into account', async () => {
  const told = await analyseArazzo(example, {
    knowledgeOf: ({ operationId = '' }) => healthLakeKnowledge[operationId],
  });
  const found = told.diagnostics.find(({ code }) => code === 'UNHANDLED_STATUS');
  expect(found?.message).toContain('QUEUED (polled on');
});

test('severities are those that the caller wants', async () => {
  const { diagnostics } = await analyseArazzo(example, {
    severities: { POLL_WITHOUT_DELAY: 'error', LAX_JSONPATH: 'off' },
  });
  const bad = diagnostics.filter(({ severity }) => severity === 'error');
  expect(bad.map(({ code }) => code)).toEqual(['POLL_WITHOUT_DELAY']);
  expect(diagnostics.map(({ code }) => code)).not.toContain('LAX_JSONPATH');
});
