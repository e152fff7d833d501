import { expect, test } from 'vitest';
import { jsonReport } from '../../../src/cli/paths/json-report.ts';
import { hideNothing } from '../../../src/testing/reports/hide-path.ts';
import { path, report } from '../../testing/support/reports.ts';

test.each([
  ['nothing', []],
  ['a workflow without paths', [report([], { cut: 'Cut.', gone: ['a → failed'] })]],
  ['several', [report([path('a 1 → ended'), path('b 1 → failed')]), report([])]],
])('the pieces of a report about %s are one JSON object', (_name, reports) => {
  const more = { gone: ['x'] };
  const text = [...jsonReport(reports, { hide: hideNothing, more })].join('');

  expect(JSON.parse(text)).toEqual({ workflows: reports, gone: ['x'] });
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
});

test('characters that steer a terminal stand as escapes', () => {
  const evil = path('a \u009B31m \u202E → failed');
  const text = [...jsonReport([report([evil])], { hide: hideNothing })].join('');

  expect(text).not.toMatch(/[\u009b\u202e]/u);
  expect(JSON.parse(text)).toMatchObject({
    workflows: [{ paths: [{ name: evil.name }] }],
  });
});
