import { expect, test } from 'vitest';
import type { OperationAnswer } from '../../src/services/index.ts';
import { callApi } from '../services/http/support/call-api.ts';

async function answerTo(
  body: string,
  type = 'application/json',
): Promise<OperationAnswer> {
  const { answer } = await callApi({
    reply: (response) => response.writeHead(200, { 'content-type': type }).end(body),
  });
  return answer;
}

const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number): string =>
  `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.each([
  ['lists', lists(100_000)],
  ['objects', objects(2000)],
  ['levels beyond 500', lists(501)],
])('an answer of too many %s within each other stays text', async (_what, text) => {
  const { body, error } = await answerTo(text);
  expect(body).toBe(text);
  expect(error?.type).toBe('INVALID_JSON');
});

test('an answer may have 500 levels, and be long', async () => {
  const text = `[${lists(499)}, ${Array.from({ length: 5000 }, () => '[{"a":[]}]').join(', ')}]`;
  expect((await answerTo(text)).body).toEqual(JSON.parse(text));
});
