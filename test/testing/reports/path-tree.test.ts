import { describe, expect, test } from 'vitest';
import { toPathTree } from '../../../src/testing/reports/path-tree.ts';
import { treeRows } from '../../../src/testing/reports/tree-rows.ts';
import { call, path } from '../support/reports.ts';

/** The rows as text: the depth, whether it hangs, what happens, and the end. */
function rowsOf(...names: readonly string[]): readonly string[] {
  return draw(names.map((name) => path(name)));
}

function draw(paths: Parameters<typeof toPathTree>[0]): readonly string[] {
  return [...treeRows(toPathTree(paths))].map(({ depth, isHung, labels, path: end }) =>
    [
      depth,
      isHung ? '-' : '|',
      ...labels,
      ...(end === undefined ? [] : [`=${end.end}`]),
    ].join(' '),
  );
}

describe('the tree of paths', () => {
  test('of one path is one row', () => {
    expect(rowsOf('a 1 → wait → a 2 → completed')).toEqual([
      '0 | a 1 wait a 2 =completed',
    ]);
  });

  test('draws a common beginning once, and goes straight on to what completes', () => {
    expect(rowsOf('a 1 → b 1 → completed', 'a 1 → b 2 → failed', 'a 2 → failed')).toEqual(
      ['0 - a 2 =failed', '0 | a 1', '0 - b 2 =failed', '0 | b 1 =completed'],
    );
  });

  test('hangs branches that part again on the trunk', () => {
    const rows = rowsOf(
      'a 1 → b 1 → c 1 → completed',
      'a 1 → b 1 → c 2 → failed',
      'a 1 → b 1 → c 3 → failed',
      'a 2 → b 1 → completed',
      'a 2 → b 2 → failed',
    );

    expect(rows.slice(0, 3)).toEqual([
      '0 - a 2',
      '1 - b 2 =failed',
      '1 | b 1 =completed',
    ]);
    expect(rows[3]).toBe('0 | a 1 b 1');
  });

  test('has a row for a path that ends where others go on', () => {
    expect(rowsOf('a 1 → ended', 'a 1 → b 1 → completed', 'a 1 → b 2 → failed')).toEqual([
      '0 | a 1',
      '0 - =ended',
      '0 - b 2 =failed',
      '0 | b 1 =completed',
    ]);
  });

  test('parts at the inputs when they are not always the same', () => {
    const inputs = { name: 'required inputs', values: {} };
    const rows = draw([path('a 1 → completed'), path('a 1 → failed', { inputs })]);

    expect(rows).toEqual([
      '0 - required inputs a 1 =failed',
      '0 | all inputs a 1 =completed',
    ]);
  });

  test('has what happens in a called workflow before the end of the call', () => {
    const within = { workflowId: 'login', events: [call('getToken 200')] };
    const reply = { output: { status: 'completed' as const, outputs: {} } };
    const events = [call('signIn [getToken 200 → completed]', { within, reply })];

    expect(draw([path('x', { events, end: 'completed' })])).toEqual([
      '0 | login: getToken 200 login completed =completed',
    ]);
  });

  test('of a thousand steps with three ends each is not deep', () => {
    const names: string[] = [];
    let beginning = '';
    for (let index = 0; index < 1000; index += 1) {
      names.push(
        `${beginning}s${index} 400 → failed`,
        `${beginning}s${index} 500 → failed`,
      );
      beginning += `s${index} 200 → `;
    }
    const paths = [...names.slice(-60), `${beginning}completed`].map((name) =>
      path(name),
    );

    const rows = [...treeRows(toPathTree(paths))];
    expect(Math.max(...rows.map(({ depth }) => depth))).toBe(0);
    expect(rows.filter(({ path: end }) => end !== undefined)).toHaveLength(61);
  });
});
