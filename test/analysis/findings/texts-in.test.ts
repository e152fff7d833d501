import { expect, test } from 'vitest';
import { textsIn } from '../../../src/analysis/findings/texts-in.ts';

test('texts are found in lists that are longer than the arguments of a call may be', () => {
  const long = Array.from({ length: 200_000 }, () => 'text');
  expect(textsIn({ long })).toHaveLength(200_000);
});
