import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../../src/testing/reports/html/to-html.ts';
import type { WorkflowReport } from '../../../../src/testing/run-paths/path-result.ts';
import { call, path, report } from '../../support/reports.ts';

const options = { document: 'a.arazzo.yaml', at: Date.UTC(2030, 0, 2, 3, 4) };
const attack = '</pre><script>alert("1")</script><img src=x onerror=\'a\'>';

function page(...reports: readonly WorkflowReport[]): string {
  return toHtml(reports, options);
}

const failed = path('create 500 → failed', {
  result: 'failed',
  problems: [
    { kind: 'end', event: 0, message: 'It completed.', expected: 'failed', actual: 1 },
  ],
});
const passed = path('create 200 → completed');

describe('toHtml', () => {
  test('needs nothing else and lets nothing in', () => {
    const html = page(report([passed, failed]));

    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
    expect(html).not.toMatch(/<(?:script|link|img|iframe|base)|\bsrc=|url\(|@import/iu);
    expect(html).not.toMatch(/href="(?!#)/u);
  });

  test('does not tick what is unfinished, and says so', () => {
    const html = page(report([passed, path('list 404 → unfinished')]));

    expect(html).toContain('1 of them is unfinished.');
    expect(html).toMatch(/<span class="part" title="[^"]+">\?<\/span>/u);
  });

  test('escapes whatever a document or an answer says', () => {
    const evil = path('evil', {
      name: attack,
      events: [
        call('x', {
          stepId: attack,
          case: attack,
          reason: attack,
          leadsTo: attack,
          reply: { answer: { statusCode: 200, headers: {}, body: { [attack]: attack } } },
        }),
      ],
      inputs: { name: attack, values: { a: attack } },
      outputs: { [attack]: attack },
      requests: [
        { stepId: attack, call: attack, parameters: [], body: attack, url: attack },
      ],
      result: 'failed',
      problems: [{ kind: 'end', message: attack, expected: attack, actual: [attack] }],
    });
    const html = page(
      report([evil], {
        workflowId: attack,
        cut: attack,
        gone: [attack],
        uncovered: [{ what: attack, why: attack }],
      }),
    );

    expect(html.match(/&lt;script&gt;/gu)?.length).toBeGreaterThan(15);
    expect(html).not.toMatch(/<script|<img|onerror='/u);
  });

  test('shows what failed before what passed, unfolded', () => {
    const html = page(report([passed, failed]));

    const places = ['Failed (1)', 'Paths (2)', 'Passed (1)'].map((text) =>
      html.indexOf(text),
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(html).toMatch(/<details [^>]*class="failed" open>/u);
    expect(html).toContain('1 of 2 paths failed.');
  });

  test('links each path of the tree to what happened on it', () => {
    const html = page(report([passed, failed]), report([passed]));

    const links = [...html.matchAll(/href="#(w\d+-p\d+)"/gu)].map(([, id]) => id);
    expect(links).toHaveLength(3);
    expect(new Set(links).size).toBe(3);
    for (const id of links) expect(html).toContain(`<details id="${id}"`);
  });

  test('shows requests beside the answers that they got', () => {
    const events = ['a 200', 'b 200'].map((text) => call(text));
    const requests = [{ stepId: 'b', call: 'getB', parameters: [], body: { b: 1 } }];
    const html = page(report([path('x', { events, requests })]));

    const [afterA = '', afterB = ''] = html.split('<strong>').slice(1);
    expect(afterA).not.toContain('sent:');
    expect(afterB).toContain('sent: getB');
  });

  test('draws how much is covered, and says what is not and why', () => {
    const html = page(report([passed]));

    expect(html).toContain('style="width:91.7%"');
    expect(html).toContain('transition poll → failed (gone)');
    expect(html).toContain('The action &quot;late&quot; always catches it.');
    expect(html).toContain('The path passed.');
  });

  test('of paths with very many events shows some, and says so', () => {
    const events = Array.from({ length: 2000 }, (_, index) => call(`s${index} 200`));
    const paths = ['a', 'b', 'c', 'd'].map((end) =>
      path(end, { events: [...events, call(`${end} 200`)] }),
    );
    const html = page(report(paths));

    expect(html).toContain('What happens on 2 more paths');
    expect(html.length).toBeLessThan(2_500_000);
  });
});
